package io.ymera.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ymera.local.client.TaskStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/** A task's stream as one client saw it. */
final class Watched implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final TaskStream stream;
    private final List<JsonNode> events = new ArrayList<>();

    Watched(TaskStream stream) {
        this.stream = stream;
    }

    /** Waits for an event of one of these types. */
    void await(String... types) throws InterruptedException {
        List<String> wanted = List.of(types);
        await(event -> wanted.contains(type(event)));
    }

    /** Waits for the end of the task. */
    void awaitEnd() throws InterruptedException {
        await("task.completed", "task.failed");
    }

    private void await(Predicate<JsonNode> wanted) throws InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (events.isEmpty() || !wanted.test(events.getLast())) {
            Duration left = Duration.between(Instant.now(), deadline);
            assertThat(left.isPositive())
                    .as("it comes within %s; so far: %s", PATIENCE, events)
                    .isTrue();
            stream.next(left).ifPresent(event -> {
                System.out.println(event);
                events.add(event);
            });
        }
    }

    /** The types of all events seen, in the order seen. */
    List<String> types() {
        return events.stream().map(Watched::type).toList();
    }

    /** The attempts that started, in the order seen. */
    List<Integer> startedAttempts() {
        return events.stream()
                .filter(event -> type(event).equals("task.started"))
                .map(event -> event.path("data").path("attempt").asInt())
                .toList();
    }

    /** Checks that every number from 1 on was seen, once and in order. */
    void requireWhole() {
        assertThat(events.stream().map(event -> event.path("sequence").asLong()))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, events.size()).boxed().toList());
    }

    private static String type(JsonNode event) {
        return event.path("type").asText();
    }

    @Override
    public void close() {
        stream.close();
    }
}
