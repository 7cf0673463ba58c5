package io.ymera.local.examine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ymera.local.client.GatewayClient;
import io.ymera.local.demo.Printable;
import io.ymera.local.demo.ProjectFiles;
import io.ymera.local.demo.TaskWatch;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Hands a folder in for quality verification, as a new user, and waits for the report. */
public final class Examination {

    private final GatewayClient gateway;
    private final PrintStream out;

    /**
     * @param gateway the API
     * @param out where progress goes
     */
    public Examination(GatewayClient gateway, PrintStream out) {
        this.gateway = gateway;
        this.out = out;
    }

    /**
     * Has it examined.
     *
     * @param folder where the files are
     * @param previous the scores of earlier examinations
     * @param security what a security scan found, a SARIF log; null for none
     * @param baseline how fast benchmarks were before; null for none
     * @return the report
     * @throws IOException if the gateway does not answer or refuses, or the task failed
     */
    public JsonNode run(
            Path folder,
            ProjectFiles project,
            ArrayNode previous,
            @Nullable JsonNode security,
            @Nullable JsonNode baseline)
            throws IOException, InterruptedException {
        String username = "examine-" + random(4);
        String password = random(12);
        gateway.register(username, password);
        String token = gateway.login(username, password);

        String title = Printable.line(
                folder.toRealPath().getFileName() == null
                        ? "Code"
                        : folder.toRealPath().getFileName().toString());
        ObjectNode parameters = project.parameters();
        parameters.put("title", title.substring(0, Math.min(200, title.length())));
        parameters.set("previous", previous);
        parameters.putArray("formats").add("html").add("sarif").add("junit_xml");
        if (security != null) {
            parameters.putObject("security").set("sarif", security);
        }
        if (baseline != null) {
            parameters.set("baseline", baseline);
        }
        String taskId = gateway.submit(token, "Quality of " + title, "quality_verification", parameters);
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
