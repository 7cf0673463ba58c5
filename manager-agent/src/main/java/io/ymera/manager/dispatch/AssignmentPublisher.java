package io.ymera.manager.dispatch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.ymera.contracts.task.Topics;
import io.ymera.manager.capability.AssignmentTopics;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Puts assignments on the topics of their task types. */
@Singleton
class AssignmentPublisher {

    private final Map<String, Object> kafka;
    private final ObjectMapper json;
    private @Nullable KafkaProducer<String, byte[]> producer;

    AssignmentPublisher(@Identifier("default-kafka-broker") Map<String, Object> kafka, ObjectMapper json) {
        this.kafka = new HashMap<>(kafka);
        this.json = json;
        this.kafka.put(ProducerConfig.CLIENT_ID_CONFIG, "manager-assignments");
        this.kafka.put(ProducerConfig.ACKS_CONFIG, "all");
        this.kafka.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        this.kafka.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "gzip");
        this.kafka.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, AssignmentTopics.MAX_RECORD_BYTES);
        // What has not been acknowledged by then is published again from its row
        this.kafka.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        this.kafka.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        this.kafka.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
    }

    /** Completes when the broker has acknowledged the assignment; sending it a second time does no harm. */
    Uni<Void> publish(ClaimedTask task) {
        return Uni.createFrom()
                .<Void>emitter(emitter -> send(task, emitter))
                // The producer blocks while it has no metadata
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private void send(ClaimedTask task, UniEmitter<? super Void> emitter) {
        try {
            var message = new ProducerRecord<>(
                    Topics.assignments(task.taskType()), task.taskId().toString(), json.writeValueAsBytes(task));
            producer().send(message, (metadata, failure) -> {
                if (failure == null) {
                    emitter.complete(null);
                } else {
                    emitter.fail(failure);
                }
            });
        } catch (JsonProcessingException e) {
            emitter.fail(e);
        }
    }

    private synchronized KafkaProducer<String, byte[]> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(kafka, new StringSerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    @PreDestroy
    synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(1));
        }
    }
}
