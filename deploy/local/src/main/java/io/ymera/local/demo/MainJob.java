package io.ymera.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.ymera.local.client.GatewayClient;
import io.ymera.local.client.TaskStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The main job: a new user hands in a Python project, watches its tests run, and reads the report. */
public final class MainJob {

    private static final Set<String> FINISHED = Set.of("completed", "failed", "cancelled");

    /** The stream tells everything; asking now and then only keeps a person from waiting for a stream that is broken. */
    private static final Duration ASK_AGAIN = Duration.ofSeconds(5);

    private final GatewayClient gateway;
    private final PrintStream out;

    /**
     * @param gateway the API
     * @param out where progress and the report go
     */
    public MainJob(GatewayClient gateway, PrintStream out) {
        this.gateway = gateway;
        this.out = out;
    }

    /**
     * Runs the tests of the project in {@code folder}.
     *
     * @return how it ended, with who may see it
     * @throws IOException if the gateway does not answer or refuses
     * @throws IllegalArgumentException if the folder cannot be handed in
     */
    public Outcome run(Path folder) throws IOException, InterruptedException {
        ProjectFiles project = ProjectFiles.of(folder);
        String username = "demo-" + random(4);
        String password = random(12);
        gateway.register(username, password);
        String token = gateway.login(username, password);
        out.printf("Registered and logged in as %s.%n", username);

        String name = "Tests of "
                + Printable.line(
                        folder.toAbsolutePath().normalize().getFileName().toString());
        String taskId = gateway.submit(token, name, "test_execution", project.parameters());
        out.printf(
                Locale.ROOT, "Submitted %d files, %,d bytes, as task %s.%n", project.count(), project.bytes(), taskId);
        project.leftOut().forEach(file -> out.println("  left out: " + file));

        follow(token, taskId);
        JsonNode task = gateway.task(token, taskId);
        print(task);
        return new Outcome(taskId, username, password, "completed".equals(status(task)));
    }

    private void follow(String token, String taskId) throws IOException, InterruptedException {
        Instant from = Instant.now();
        try (TaskStream stream = gateway.follow(token, taskId)) {
            while (true) {
                Optional<JsonNode> event = stream.next(ASK_AGAIN);
                if (event.isPresent()) {
                    print(event.get(), Duration.between(from, Instant.now()));
                    if (FINISHED.contains(event.get().path("type").asText().replace("task.", ""))) {
                        return;
                    }
                } else if (FINISHED.contains(status(gateway.task(token, taskId)))) {
                    return;
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

    private void print(JsonNode task) {
        out.println();
        if (task.hasNonNull("result")) {
            out.print(ReportTable.of(task.path("result")));
        }
        if (task.hasNonNull("failure")) {
            out.printf(
                    "The task failed: %s (%s)%n",
                    Printable.line(task.path("failure").path("message").asText()),
                    Printable.line(task.path("failure").path("code").asText()));
        }
    }

    private static String status(JsonNode task) {
        return task.path("status").asText();
    }

    private static String random(int bytes) {
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    /**
     * How the job ended.
     *
     * @param taskId the task
     * @param username the user whose task it is
     * @param password that user's password, made for this run
     * @param completed whether the task was done; its tests may have failed all the same
     */
    public record Outcome(String taskId, String username, String password, boolean completed) {}
}
