package io.ymera.agent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Identifier;
import io.ymera.contracts.task.TaskEvent;
import io.ymera.contracts.task.Topics;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Sends reports to the manager, over Kafka; reports of one task keep their order. Thread-safe. */
@Singleton
class Reporter {

    private final Map<String, Object> kafka;
    private final ObjectMapper json;
    private @Nullable KafkaProducer<String, byte[]> producer;

    Reporter(@Identifier("default-kafka-broker") Map<String, Object> kafka, ObjectMapper json, AgentSettings settings) {
        this.kafka = new HashMap<>(kafka);
        this.json = json;
        this.kafka.put(ProducerConfig.CLIENT_ID_CONFIG, settings.name() + "-reports");
        this.kafka.put(ProducerConfig.ACKS_CONFIG, "all");
        this.kafka.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        // Reports are small and wait for nothing: what is sent while a request is under way goes together with the next
        this.kafka.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, 0);
        this.kafka.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "none");
        this.kafka.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        this.kafka.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        this.kafka.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
    }

    /**
     * Sends a report.
     *
     * @return completes when the broker has acknowledged it; fails if it has not within 30 seconds
     */
    CompletableFuture<Void> send(TaskEvent event) {
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        try {
            producer()
                    .send(
                            new ProducerRecord<>(
                                    Topics.TASK_EVENTS,
                                    event.attempt().taskId().toString(),
                                    json.writeValueAsBytes(event)),
                            (metadata, failure) -> {
                                if (failure == null) {
                                    acknowledged.complete(null);
                                } else {
                                    acknowledged.completeExceptionally(failure);
                                }
                            });
        } catch (JsonProcessingException | RuntimeException e) {
            acknowledged.completeExceptionally(e);
        }
        return acknowledged;
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
            producer.close(Duration.ofSeconds(5));
        }
    }
}
