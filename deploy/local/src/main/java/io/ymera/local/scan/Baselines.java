package io.ymera.local.scan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;

/** Reads what was known before, from a report, a SARIF log or a list of fingerprints. */
public final class Baselines {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FINGERPRINT = "ymeraFinding/v1";

    private Baselines() {}

    /**
     * The parameter {@code baseline}.
     *
     * @throws IllegalArgumentException if it is none of the three
     * @throws IOException if it can't be read
     */
    public static ObjectNode read(Path file) throws IOException {
        JsonNode written;
        try {
            written = JSON.readTree(file.toFile());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(file + " is no JSON: " + e.getOriginalMessage(), e);
        }
        ObjectNode baseline = JSON.createObjectNode();
        ArrayNode prints = baseline.putArray("fingerprints");
        if (written.isArray()) {
            written.forEach(print -> prints.add(print.asText()));
        } else if (written.path("findings").isArray()) {
            written.path("findings")
                    .forEach(finding -> prints.add(finding.path("fingerprint").asText()));
        } else if (written.path("runs").isArray()) {
            for (JsonNode run : written.path("runs")) {
                run.path("results")
                        .forEach(result -> prints.add(result.path("partialFingerprints")
                                .path(FINGERPRINT)
                                .asText()));
            }
        } else {
            throw new IllegalArgumentException(
                    file + " is neither a report of ./ymera scan nor a SARIF log nor a list of fingerprints");
        }
        return baseline;
    }
}
