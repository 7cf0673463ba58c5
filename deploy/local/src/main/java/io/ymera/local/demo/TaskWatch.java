package io.ymera.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.ymera.local.client.GatewayClient;
import io.ymera.local.client.TaskStream;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Prints what happens to a task until it has ended. */
public final class TaskWatch {

    private static final Set<String> FINISHED = Set.of("completed", "failed", "cancelled");

    /** The stream tells everything; asking now and then only keeps a person from waiting for a stream that is broken. */
    private static final Duration ASK_AGAIN = Duration.ofSeconds(5);

    private final GatewayClient gateway;
    private final PrintStream out;

    /**
     * @param gateway the API
     * @param out where progress goes
     */
    public TaskWatch(GatewayClient gateway, PrintStream out) {
        this.gateway = gateway;
        this.out = out;
    }

    /**
     * Follows a task to its end.
     *
     * @return the task as it is then
     * @throws IOException if the gateway does not answer
     */
    public JsonNode follow(String token, String taskId) throws IOException, InterruptedException {
        Instant from = Instant.now();
        try (TaskStream stream = gateway.follow(token, taskId)) {
            while (true) {
                Optional<JsonNode> event = stream.next(ASK_AGAIN);
                if (event.isPresent()) {
                    print(event.get(), Duration.between(from, Instant.now()));
                    if (FINISHED.contains(event.get().path("type").asText().replace("task.", ""))) {
                        return gateway.task(token, taskId);
                    }
                } else {
                    JsonNode task = gateway.task(token, taskId);
                    if (FINISHED.contains(task.path("status").asText())) {
                        return task;
                    }
                }
            }
        }
    }

    private void print(JsonNode event, Duration since) {
        JsonNode data = event.path("data");
        StringBuilder line = new StringBuilder(String.format(
                Locale.ROOT,
                "  %6.2f s  %-10s",
                since.toMillis() / 1000.0,
                Printable.line(event.path("type").asText().replace("task.", ""))));
        if (data.path("attempt").asInt() > 1) {
            line.append(" (attempt ").append(data.path("attempt").asInt()).append(')');
        }
        if (data.has("fraction")) {
            line.append(String.format(
                    Locale.ROOT, " %3.0f %%", data.path("fraction").asDouble() * 100));
        }
        if (data.hasNonNull("message")) {
            line.append("  ").append(Printable.line(data.path("message").asText()));
        }
        if (data.path("failure").hasNonNull("message")) {
            line.append("  ")
                    .append(Printable.line(data.path("failure").path("message").asText()));
        }
        out.println(line.toString().stripTrailing());
        out.flush();
    }
}
