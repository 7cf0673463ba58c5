package io.ymera.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole jobs with a folder for rescans. */
class CachedJobTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SERVLET = """
            import javax.servlet.http.*;
            class Shop extends HttpServlet {
                protected void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {
                    Runtime.getRuntime().exec(%s);
                }
            }
            """;

    @TempDir
    Path root = Path.of("");

    @TempDir
    Path cache = Path.of("");

    @TempDir
    Path rules = Path.of("");

    @Test
    void gives_the_same_result_and_says_what_it_did_again() throws Exception {
        // Given
        write("request.getParameter(\"x\")");
        Files.writeString(root.resolve("app.py"), "import os\nos.system(input())\n");
        JsonNode without = run(false);

        // When
        JsonNode first = run(true);
        JsonNode again = run(true);

        // Then
        assertThat(without.at("/counts/total").asInt()).isPositive();
        assertThat(first.path("reuse")).hasToString("{\"files\":2,\"parsed\":2,\"interpreted\":2}");
        assertThat(again.path("reuse")).hasToString("{\"files\":2,\"parsed\":0,\"interpreted\":0}");
        assertThat(withoutReuse(first)).isEqualTo(without);
        assertThat(withoutReuse(again)).isEqualTo(without);
    }

    @Test
    void sees_what_has_changed_in_the_code_and_in_the_rules() throws Exception {
        // Given
        write("request.getParameter(\"x\")");
        run(true);

        // When
        write("\"ls\"");
        JsonNode changed = run(true);
        Files.createDirectories(rules.resolve("models/java"));
        Files.writeString(
                rules.resolve("models/java/own.yaml"),
                "sources:\n  - call: java.lang.Runtime.exec\n    exposure: remote\n    what: a program\n");
        JsonNode otherRules = run(true);

        // Then
        assertThat(changed.at("/counts/total").asInt()).isZero();
        assertThat(otherRules.at("/reuse/parsed").asInt()).isEqualTo(1);
    }

    private static JsonNode withoutReuse(JsonNode result) {
        return ((ObjectNode) result.deepCopy()).without("reuse");
    }

    private void write(String argument) throws IOException {
        Files.writeString(root.resolve("Shop.java"), SERVLET.formatted(argument));
    }

    private JsonNode run(boolean cached) throws Exception {
        ObjectNode job = JSON.createObjectNode();
        job.put("root", root.toString());
        job.put("today", "2026-11-26");
        job.putArray("scans").add("security_scan").add("secret_scan");
        ObjectNode options = job.putObject("options");
        options.putArray("rules").add(rules.toString());
        if (cached) {
            options.put("cache", cache.toString());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(
                new ByteArrayInputStream(JSON.writeValueAsBytes(job)),
                out,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Scans.all());
        assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isZero();
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        return JSON.readTree(lines.getLast()).path("result");
    }
}
