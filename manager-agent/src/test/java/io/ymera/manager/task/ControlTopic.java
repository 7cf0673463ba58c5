package io.ymera.manager.task;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.ymera.contracts.Json;
import io.ymera.contracts.task.AttemptRef;
import io.ymera.contracts.task.TaskControl;
import io.ymera.contracts.task.Topics;
import io.ymera.testkit.TestServers;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads what the manager tells all agents, from the beginning. */
final class ControlTopic implements AutoCloseable {

    private static final ObjectMapper JSON = Json.mapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Map<UUID, AttemptRef> cancelled = new HashMap<>();
    private final KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
            Map.of("bootstrap.servers", TestServers.kafka().part().bootstrapServers()),
            new StringDeserializer(),
            new ByteArrayDeserializer());

    ControlTopic() {
        TopicPartition only = new TopicPartition(Topics.TASK_CONTROL, 0);
        consumer.assign(List.of(only));
        consumer.seekToBeginning(List.of(only));
    }

    /** Waits until the manager has said that an attempt at {@code task} is to be cancelled. */
    AttemptRef cancelledAttempt(UUID task) throws IOException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!cancelled.containsKey(task)) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("Nobody was told to cancel task " + task);
            }
            for (var message : consumer.poll(Duration.ofMillis(200))) {
                AttemptRef attempt =
                        JSON.readValue(message.value(), TaskControl.class).attempt();
                cancelled.put(attempt.taskId(), attempt);
            }
        }
        return cancelled.get(task);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
