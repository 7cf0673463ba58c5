package io.ymera.local.examine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the documents of a report go.
 *
 * @param html the page
 * @param json the report itself, without the documents in it
 * @param sarif the findings
 * @param junit the tests
 */
public record Documents(Path html, Path json, Path sarif, Path junit) {

    /** In a folder of their own where nothing else is said. */
    public static Documents in(
            Path folder, Optional<Path> html, Optional<Path> json, Optional<Path> sarif, Optional<Path> junit) {
        return new Documents(
                html.orElse(folder.resolve("report.html")),
                json.orElse(folder.resolve("report.json")),
                sarif.orElse(folder.resolve("report.sarif")),
                junit.orElse(folder.resolve("junit.xml")));
    }

    /**
     * Writes those that there are.
     *
     * @return what was written
     * @throws IOException if a file can't be written
     */
    public List<Path> write(JsonNode report) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        List<Path> written = new ArrayList<>();
        if (report.path("html").isTextual()) {
            written.add(write(html, report.path("html").asText()));
        }
        if (report instanceof ObjectNode object) {
            ObjectNode plain = object.deepCopy();
            plain.remove(List.of("html", "sarif", "junit_xml"));
            written.add(write(json, mapper.writerWithDefaultPrettyPrinter().writeValueAsString(plain)));
        }
        if (report.path("sarif").isObject()) {
            written.add(write(sarif, mapper.writerWithDefaultPrettyPrinter().writeValueAsString(report.path("sarif"))));
        }
        if (report.path("junit_xml").isTextual()) {
            written.add(write(junit, report.path("junit_xml").asText()));
        }
        return written;
    }

    private static Path write(Path file, String content) throws IOException {
        Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
        return Files.writeString(file, content);
    }
}
