package io.ymera.security.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ymera.agent.TaskFailedException;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was known before, one of the two.
 *
 * @param fingerprints those of an earlier report's findings
 * @param sarif an earlier report's SARIF log
 */
@RegisterForReflection
public record Baseline(
        @Size(max = 50_000) List<@NotNull @Size(max = 200) String> fingerprints,
        @Nullable JsonNode sarif) {

    private static final int MOST = 50_000;

    /** Copies the list. */
    public Baseline {
        fingerprints = fingerprints == null ? List.of() : List.copyOf(fingerprints);
    }

    /**
     * All fingerprints, in their order.
     *
     * @throws TaskFailedException permanent, if the log is none
     */
    public Set<String> all() throws TaskFailedException {
        Set<String> all = new LinkedHashSet<>(fingerprints);
        if (sarif == null || sarif.isNull()) {
            return all;
        }
        if (!sarif.path("runs").isArray()) {
            throw TaskFailedException.permanent(
                    "invalid_baseline", "baseline.sarif has no runs, so it is no SARIF log");
        }
        for (JsonNode run : sarif.path("runs")) {
            for (JsonNode result : run.path("results")) {
                JsonNode print = result.path("partialFingerprints").path(Sarif.FINGERPRINT);
                boolean there = !result.path("baselineState").asText().equals("absent");
                if (there && print.isTextual() && all.size() < MOST) {
                    all.add(print.asText());
                }
            }
        }
        return all;
    }
}
