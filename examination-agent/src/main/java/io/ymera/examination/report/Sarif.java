package io.ymera.examination.report;

import io.ymera.codebase.lab.MissingTool;
import io.ymera.codebase.lab.PlanStep;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes findings as a log of the Static Analysis Results Interchange Format (SARIF 2.1.0, OASIS, errata 01): a run for each tool,
 * those that are missing included, whose invocation then says that it was not successful and why.
 *
 * <p>Paths are relative to {@code %SRCROOT%}, lines and columns count from 1, columns in units of UTF-16. A result's partial
 * fingerprint stays the same when lines are added above it: it is made of the rule, the path, the line's text without its spaces,
 * and which one it is of those with the same.
 */
public final class Sarif {

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private static final String ROOT = "%SRCROOT%";
    private static final String FINGERPRINT = "ymeraLine/v1";
    private static final String UNRESERVED = "-._~/";

    private Sarif() {}

    /**
     * A log, as Jackson writes it: maps and lists in a fixed order.
     *
     * @param findings the results, sorted
     * @param plan which tools were run; a step's tool is a run's driver
     * @param missing which tools were not run, or not to the end
     * @param lineText the text of a path's line, from 1
     */
    public static Map<String, Object> log(
            List<Finding> findings,
            List<PlanStep> plan,
            List<MissingTool> missing,
            BiFunction<String, Integer, String> lineText) {
        Map<Finding, String> fingerprints = fingerprints(findings, lineText);
        Map<String, List<Finding>> byTool =
                findings.stream().collect(Collectors.groupingBy(Finding::tool, TreeMap::new, Collectors.toList()));
        TreeSet<String> tools = new TreeSet<>(byTool.keySet());
        plan.forEach(step -> tools.add(step.tool()));
        missing.forEach(tool -> tools.add(tool.tool()));
        List<Object> runs = new ArrayList<>();
        for (String tool : tools) {
            List<Finding> results = byTool.getOrDefault(tool, List.of());
            runs.add(run(tool, version(tool, plan), results, of(tool, missing), fingerprints));
        }
        return map("$schema", SCHEMA, "version", "2.1.0", "runs", runs);
    }

    private static Map<String, Object> run(
            String tool,
            @Nullable String version,
            List<Finding> findings,
            List<MissingTool> missing,
            Map<Finding, String> fingerprints) {
        List<String> rules = new ArrayList<>(
                new TreeSet<>(findings.stream().map(Finding::rule).toList()));
        return map(
                "tool",
                map("driver", map("name", tool, "version", version, "rules", rules(rules, findings))),
                "invocations",
                List.of(invocation(missing)),
                "originalUriBaseIds",
                map(ROOT, map("description", message("The root of the code base"))),
                "columnKind",
                "utf16CodeUnits",
                "results",
                findings.stream()
                        .map(finding -> result(finding, rules, fingerprints))
                        .toList());
    }

    private static List<Object> rules(List<String> rules, List<Finding> findings) {
        Map<String, Finding> examples =
                findings.stream().collect(Collectors.toMap(Finding::rule, finding -> finding, (first, other) -> first));
        return rules.stream()
                .map(rule -> Objects.requireNonNull(examples.get(rule)))
                .<Object>map(example -> map(
                        "id",
                        example.rule(),
                        "helpUri",
                        example.help(),
                        "properties",
                        map("tags", List.of(example.category()))))
                .toList();
    }

    private static Map<String, Object> invocation(List<MissingTool> missing) {
        List<Object> notifications = missing.stream()
                .<Object>map(tool -> map(
                        "level", "error", "message", message("Not done: " + tool.neededFor() + ". " + tool.howToGet())))
                .toList();
        return map(
                "executionSuccessful",
                missing.isEmpty(),
                "toolExecutionNotifications",
                missing.isEmpty() ? null : notifications);
    }

    private static Map<String, Object> result(Finding finding, List<String> rules, Map<Finding, String> fingerprints) {
        return map(
                "ruleId",
                finding.rule(),
                "ruleIndex",
                rules.indexOf(finding.rule()),
                "level",
                finding.level().toString(),
                "message",
                message(finding.message()),
                "locations",
                List.of(map(
                        "physicalLocation",
                        map(
                                "artifactLocation",
                                map("uri", uri(finding.path()), "uriBaseId", ROOT),
                                "region",
                                map(
                                        "startLine",
                                        finding.line(),
                                        "startColumn",
                                        finding.column(),
                                        "endLine",
                                        finding.endLine())))),
                "partialFingerprints",
                map(FINGERPRINT, fingerprints.get(finding)));
    }

    private static Map<Finding, String> fingerprints(
            List<Finding> findings, BiFunction<String, Integer, String> lineText) {
        Map<String, Integer> seen = new HashMap<>();
        Map<Finding, String> fingerprints = new HashMap<>();
        for (Finding finding : findings) {
            String text = lineText.apply(finding.path(), finding.line()).replaceAll("\\s+", "");
            String hash = hash(String.join("\0", finding.tool(), finding.rule(), finding.path(), text));
            fingerprints.put(finding, hash + ":" + seen.merge(hash, 1, Integer::sum));
        }
        return fingerprints;
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /** RFC 3986; a colon too, which would make a scheme of what is before it. */
    static String uri(String path) {
        StringBuilder uri = new StringBuilder();
        for (byte each : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (each & 0xff);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0)) {
                uri.append(c);
            } else {
                uri.append('%').append(HexFormat.of().withUpperCase().toHexDigits(each));
            }
        }
        return uri.toString();
    }

    private static Map<String, Object> message(String text) {
        return map("text", text);
    }

    private static @Nullable String version(String tool, List<PlanStep> plan) {
        return plan.stream()
                .filter(step -> step.tool().equals(tool))
                .map(PlanStep::version)
                .findFirst()
                .orElse(null);
    }

    private static List<MissingTool> of(String tool, List<MissingTool> missing) {
        return missing.stream().filter(each -> each.tool().equals(tool)).toList();
    }

    /** Names and values in turn; what is null is left out. */
    private static Map<String, Object> map(@Nullable Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            if (value != null) {
                map.put(String.valueOf(namesAndValues[i]), value);
            }
        }
        return map;
    }
}
