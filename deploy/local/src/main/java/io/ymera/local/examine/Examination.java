package io.ymera.local.examine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ymera.local.client.GatewayClient;
import io.ymera.local.demo.Printable;
import io.ymera.local.demo.ProjectFiles;
import io.ymera.local.demo.Submission;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
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
        return new Submission(gateway, out).run("Quality of " + title, "quality_verification", parameters, project);
    }
}
