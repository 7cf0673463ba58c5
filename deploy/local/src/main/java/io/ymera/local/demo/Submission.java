package io.ymera.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ymera.local.client.GatewayClient;
import java.io.IOException;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;

/** Hands a project in, as a new user, shows how the work goes on, and waits for the result. */
public final class Submission {

    private final GatewayClient gateway;
    private final PrintStream out;

    /**
     * @param gateway the API
     * @param out where progress goes
     */
    public Submission(GatewayClient gateway, PrintStream out) {
        this.gateway = gateway;
        this.out = out;
    }

    /**
     * Hands it in.
     *
     * @param parameters all of the task's, the project among them
     * @return the task's result
     * @throws IOException if the gateway does not answer or refuses, or the task failed
     */
    public JsonNode run(String name, String taskType, ObjectNode parameters, ProjectFiles project)
            throws IOException, InterruptedException {
        String username = "local-" + random(4);
        String password = random(12);
        gateway.register(username, password);
        String token = gateway.login(username, password);
        String taskId = gateway.submit(token, name, taskType, parameters);
        out.printf(
                Locale.ROOT, "Submitted %d files, %,d bytes, as task %s.%n", project.count(), project.bytes(), taskId);
        project.leftOut().forEach(file -> out.println("  left out: " + file));
        JsonNode task = new TaskWatch(gateway, out).follow(token, taskId);
        if (!task.path("status").asText().equals("completed")) {
            throw new IOException("the code could not be examined: %s (%s)"
                    .formatted(
                            Printable.line(task.path("failure")
                                    .path("message")
                                    .asText("the task has "
                                            + task.path("status").asText())),
                            Printable.line(task.path("failure").path("code").asText())));
        }
        return task.path("result");
    }

    private static String random(int bytes) {
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
