package io.ymera.examination.quality;

import com.fasterxml.jackson.databind.JsonNode;
import io.ymera.agent.TaskFailedException;
import io.ymera.codebase.lab.Texts;
import io.ymera.examination.report.Finding;
import io.ymera.examination.report.Finding.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a security scan says. Of a SARIF log, results count that are not suppressed, not absent from this run (baselineState)
 * and say that something is wrong (kind {@code fail} or none); a result without a level has its rule's, or {@code warning}
 * (SARIF 2.1.0, 3.27.10).
 */
final class SecurityFindings {

    private static final int MOST = 10_000;
    private static final int TEXT = 1000;
    private static final String CATEGORY = "security";

    private SecurityFindings() {}

    /**
     * The findings.
     *
     * @throws TaskFailedException permanent, if it says nothing at all or is no SARIF log
     */
    static List<Finding> of(SecurityInput input) throws TaskFailedException {
        List<Finding> findings = new ArrayList<>();
        boolean counted = input.errors() != null || input.warnings() != null || input.notes() != null;
        if (input.sarif() == null || input.sarif().isNull()) {
            if (!counted) {
                throw invalid("security has neither a SARIF log nor counts");
            }
            counted(findings, Level.ERROR, input.errors());
            counted(findings, Level.WARNING, input.warnings());
            counted(findings, Level.NOTE, input.notes());
            return findings;
        }
        if (counted) {
            throw invalid("security has a SARIF log and counts; it takes one of them");
        }
        if (!input.sarif().path("runs").isArray()) {
            throw invalid("security.sarif has no runs, so it is no SARIF log");
        }
        for (JsonNode run : input.sarif().path("runs")) {
            read(run, findings);
        }
        return findings.stream().sorted().toList();
    }

    private static void read(JsonNode run, List<Finding> findings) {
        JsonNode driver = run.path("tool").path("driver");
        Map<String, JsonNode> rules = new HashMap<>();
        driver.path("rules").forEach(rule -> rules.put(rule.path("id").asText(), rule));
        String tool = text(driver.path("name"), "security scan");
        for (JsonNode result : run.path("results")) {
            String kind = result.path("kind").asText("fail");
            boolean counts = kind.equals("fail")
                    && !result.path("baselineState").asText().equals("absent")
                    && result.path("suppressions").isEmpty();
            Level level = level(result, rules.get(result.path("ruleId").asText()));
            if (counts && level != null && findings.size() < MOST) {
                findings.add(finding(tool, result, level));
            }
        }
    }

    private static Finding finding(String tool, JsonNode result, Level level) {
        JsonNode place = result.path("locations").path(0).path("physicalLocation");
        JsonNode region = place.path("region");
        return new Finding(
                tool,
                text(result.path("ruleId"), "unnamed"),
                level,
                CATEGORY,
                text(result.path("message").path("text"), "no message"),
                text(place.path("artifactLocation").path("uri"), "(nowhere)"),
                Math.max(1, region.path("startLine").asInt(1)),
                region.path("startColumn").isInt() ? region.path("startColumn").asInt() : null,
                region.path("endLine").isInt() ? region.path("endLine").asInt() : null,
                null);
    }

    private static @Nullable Level level(JsonNode result, @Nullable JsonNode rule) {
        String ruleLevel = rule == null
                ? "warning"
                : rule.path("defaultConfiguration").path("level").asText("warning");
        return switch (result.path("level").asText(ruleLevel).toLowerCase(Locale.ROOT)) {
            case "error" -> Level.ERROR;
            case "note" -> Level.NOTE;
            case "none" -> null;
            default -> Level.WARNING;
        };
    }

    /** Findings of which nothing but their number is known; they differ, so that each counts. */
    private static void counted(List<Finding> findings, Level level, @Nullable Integer count) {
        int most = Math.min(Objects.requireNonNullElse(count, 0), MOST / 4);
        for (int i = 1; i <= most; i++) {
            findings.add(new Finding(
                    "security scan",
                    "counted",
                    level,
                    CATEGORY,
                    level + " number " + i,
                    "(nowhere)",
                    i,
                    null,
                    null,
                    null));
        }
        findings.sort(Comparator.naturalOrder());
    }

    private static String text(JsonNode node, String otherwise) {
        return node.isTextual() && !node.asText().isBlank() ? Texts.bounded(node.asText(), TEXT) : otherwise;
    }

    private static TaskFailedException invalid(String why) {
        return TaskFailedException.permanent("invalid_security", why);
    }
}
