package io.ymera.manager.dispatch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.ymera.manager.capability.AssignmentTopics;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** The manager's one producer of records to agents. */
@Singleton
class TaskProducer {

    private final Map<String, Object> kafka;
    private final ObjectMapper json;
    private @Nullable KafkaProducer<String, byte[]> producer;

    TaskProducer(@Identifier("default-kafka-broker") Map<String, Object> kafka, ObjectMapper json) {
        this.kafka = new HashMap<>(kafka);
        this.json = json;
        this.kafka.put(ProducerConfig.CLIENT_ID_CONFIG, "manager-tasks");
        this.kafka.put(ProducerConfig.ACKS_CONFIG, "all");
        this.kafka.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        this.kafka.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        // Sends at once while nothing is under way, and together what comes meanwhile: a request per record is what
        // costs
        this.kafka.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        this.kafka.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, AssignmentTopics.MAX_RECORD_BYTES);
        // What has not been acknowledged by then goes back into the queue
        this.kafka.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        this.kafka.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        this.kafka.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 8_000);
    }

    /** A value for a topic, with the key that keeps records in order. */
    record Outgoing(String topic, String key, Object value) {}

    /** Sends records; the futures, in their order, complete when the broker has acknowledged them. */
    Uni<List<CompletableFuture<Void>>> send(List<Outgoing> records) {
        return Uni.createFrom()
                .item(() -> sendWhileThereIsABroker(records))
                // The producer blocks while it has no metadata
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    /** The producer waits for a broker with each record: when that was in vain once, the rest need not wait as well. */
    private List<CompletableFuture<Void>> sendWhileThereIsABroker(List<Outgoing> records) {
        List<CompletableFuture<Void>> sent = new ArrayList<>(records.size());
        Optional<Throwable> away = Optional.empty();
        for (Outgoing each : records) {
            CompletableFuture<Void> next =
                    away.map(CompletableFuture::<Void>failedFuture).orElseGet(() -> send(each));
            if (away.isEmpty() && next.isCompletedExceptionally()) {
                away = Optional.of(next.exceptionNow()).filter(TimeoutException.class::isInstance);
            }
            sent.add(next);
        }
        return sent;
    }

    private CompletableFuture<Void> send(Outgoing outgoing) {
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        try {
            var message =
                    new ProducerRecord<>(outgoing.topic(), outgoing.key(), json.writeValueAsBytes(outgoing.value()));
            producer().send(message, (metadata, failure) -> {
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
            producer.close(Duration.ofSeconds(1));
        }
    }
}
