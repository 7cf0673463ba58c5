package io.ymera.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.ymera.local.client.GatewayClient;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;

/** The main job: a new user hands in a Python project, watches its tests run, and reads the report. */
public final class MainJob {

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

        JsonNode task = new TaskWatch(gateway, out).follow(token, taskId);
        print(task);
        return new Outcome(taskId, username, password, "completed".equals(status(task)));
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
