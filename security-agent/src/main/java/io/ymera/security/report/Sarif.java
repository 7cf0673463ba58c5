package io.ymera.security.report;

import io.ymera.codebase.lab.MissingTool;
import io.ymera.codebase.lab.PlanStep;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes findings as a log of the Static Analysis Results Interchange Format (SARIF 2.1.0, OASIS, errata 01): a run for each tool,
 * those that are missing included, whose invocation then says that it was not successful and why. A folded finding is a result of
 * its first source, and its properties name the others.
 *
 * <p>Paths are relative to {@code %SRCROOT%}, lines and columns count from 1, columns in units of UTF-16. How data flows is a code
 * flow; weaknesses are taxa of CWE, and tags as viewers know them; suppressions and what was there before are SARIF's own.
 */
public final class Sarif {

    static final String FINGERPRINT = "ymeraFinding/v1";

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private static final String ROOT = "%SRCROOT%";
    private static final String CWE = "CWE";
    private static final String UNRESERVED = "-._~/";
    private static final List<Severity> WORST_FIRST = List.of(Severity.values());

    private final List<Finding> findings;
    private final boolean compared;

    private Sarif(List<Finding> findings, boolean compared) {
        this.findings = findings;
        this.compared = compared;
    }

    /**
     * A log, as Jackson writes it: maps and lists in a fixed order.
     *
     * @param findings the results, by place
     * @param plan which tools were run
     * @param missing which tools were not run, or not to the end
     * @param compared whether there was a baseline
     */
    public static Map<String, Object> log(
            List<Finding> findings, List<PlanStep> plan, List<MissingTool> missing, boolean compared) {
        return new Sarif(findings, compared).log(plan, missing);
    }

    private Map<String, Object> log(List<PlanStep> plan, List<MissingTool> missing) {
        Map<String, List<Finding>> byTool =
                findings.stream().collect(Collectors.groupingBy(Finding::tool, TreeMap::new, Collectors.toList()));
        TreeSet<String> tools = new TreeSet<>(byTool.keySet());
        plan.forEach(step -> tools.add(step.tool()));
        missing.forEach(tool -> tools.add(tool.tool()));
        List<Object> runs = new ArrayList<>();
        for (String tool : tools) {
            String version = plan.stream()
                    .filter(step -> step.tool().equals(tool))
                    .map(PlanStep::version)
                    .findFirst()
                    .orElse(null);
            List<MissingTool> own =
                    missing.stream().filter(each -> each.tool().equals(tool)).toList();
            runs.add(run(tool, version, byTool.getOrDefault(tool, List.of()), own));
        }
        return map("$schema", SCHEMA, "version", "2.1.0", "runs", runs);
    }

    private Map<String, Object> run(
            String tool, @Nullable String version, List<Finding> results, List<MissingTool> missing) {
        Map<String, List<Finding>> byRule =
                results.stream().collect(Collectors.groupingBy(Sarif::rule, TreeMap::new, Collectors.toList()));
        List<String> rules = new ArrayList<>(byRule.keySet());
        TreeSet<Integer> weaknesses = new TreeSet<>();
        results.forEach(finding -> weaknesses.addAll(finding.cwe()));
        List<Object> rulesOfRun = byRule.entrySet().stream()
                .<Object>map(rule -> rule(rule.getKey(), rule.getValue()))
                .toList();
        return map(
                "tool",
                map(
                        "driver",
                        map(
                                "name",
                                tool,
                                "version",
                                version,
                                "rules",
                                rulesOfRun,
                                "supportedTaxonomies",
                                weaknesses.isEmpty() ? null : List.of(map("name", CWE)))),
                "invocations",
                List.of(invocation(missing)),
                "taxonomies",
                weaknesses.isEmpty() ? null : List.of(taxonomy(weaknesses)),
                "originalUriBaseIds",
                map(ROOT, map("description", text("The root of the code base"))),
                "columnKind",
                "utf16CodeUnits",
                "results",
                results.stream().map(finding -> result(finding, rules)).toList());
    }

    /** Rules are unique within a scan only. */
    private static String rule(Finding finding) {
        return finding.sources().getFirst().builtin() ? finding.scan() + "/" + finding.rule() : finding.rule();
    }

    private static Map<String, Object> rule(String id, List<Finding> findings) {
        Finding worst = findings.stream().min(Finding.WORST_FIRST).orElseThrow();
        TreeSet<Integer> weaknesses = new TreeSet<>();
        findings.forEach(finding -> weaknesses.addAll(finding.cwe()));
        List<String> tags = new ArrayList<>(List.of("security", worst.scan()));
        weaknesses.forEach(each -> tags.add("external/cwe/cwe-" + each));
        return map(
                "id",
                id,
                "shortDescription",
                text(id),
                "help",
                worst.fix().isEmpty() ? null : text(worst.fix()),
                "defaultConfiguration",
                map("level", worst.severity().level()),
                "relationships",
                weaknesses.isEmpty()
                        ? null
                        : weaknesses.stream().map(Sarif::taxon).toList(),
                "properties",
                map(
                        "tags",
                        tags,
                        "security-severity",
                        String.format(Locale.ROOT, "%.1f", worst.severity().score())));
    }

    private static Map<String, Object> taxon(int weakness) {
        return map(
                "target",
                map("id", Integer.toString(weakness), "toolComponent", map("name", CWE)),
                "kinds",
                List.of("superset"));
    }

    private static Map<String, Object> taxonomy(Collection<Integer> weaknesses) {
        return map(
                "name",
                CWE,
                "organization",
                "MITRE",
                "shortDescription",
                text("The MITRE Common Weakness Enumeration"),
                "taxa",
                weaknesses.stream()
                        .<Object>map(each -> map("id", Integer.toString(each)))
                        .toList());
    }

    private static Map<String, Object> invocation(List<MissingTool> missing) {
        List<Object> notifications = missing.stream()
                .<Object>map(tool -> map(
                        "level", "error", "message", text("Not done: " + tool.neededFor() + ". " + tool.howToGet())))
                .toList();
        return map(
                "executionSuccessful",
                missing.isEmpty(),
                "toolExecutionNotifications",
                missing.isEmpty() ? null : notifications);
    }

    private Map<String, Object> result(Finding finding, List<String> rules) {
        String rule = rule(finding);
        Map<String, Object> properties = new LinkedHashMap<>(map(
                "scan",
                finding.scan(),
                "severity",
                finding.severity().toString(),
                "fix",
                finding.fix().isEmpty() ? null : finding.fix(),
                "sources",
                finding.sources().stream()
                        .map(source -> source.tool() + "/" + source.rule())
                        .toList()));
        properties.putAll(finding.properties());
        return map(
                "ruleId",
                rule,
                "ruleIndex",
                rules.indexOf(rule),
                "level",
                finding.severity().level(),
                "message",
                text(finding.message()),
                "locations",
                List.of(location(finding.place(), null)),
                "codeFlows",
                finding.flow().isEmpty() ? null : List.of(flow(finding.flow())),
                "partialFingerprints",
                map(FINGERPRINT, finding.fingerprint()),
                "baselineState",
                compared ? finding.baselineState().toString() : null,
                "suppressions",
                finding.suppression() == null ? null : List.of(suppression(finding.suppression())),
                "rank",
                100.0 - WORST_FIRST.indexOf(finding.severity()) * 25,
                "properties",
                properties);
    }

    private static Map<String, Object> flow(List<Step> steps) {
        List<Object> locations = steps.stream()
                .<Object>map(step -> map("location", location(step.place(), step.note())))
                .toList();
        return map("threadFlows", List.of(map("locations", locations)));
    }

    private static Map<String, Object> suppression(Suppression suppression) {
        return map(
                "kind",
                suppression.kind().equals("inline") ? "inSource" : "external",
                "status",
                "accepted",
                "justification",
                suppression.reason(),
                "properties",
                suppression.expires() == null ? null : map("expires", suppression.expires()));
    }

    private static Map<String, Object> location(Place place, @Nullable String note) {
        return map(
                "physicalLocation",
                map(
                        "artifactLocation",
                        map("uri", uri(place.path()), "uriBaseId", ROOT),
                        "region",
                        map(
                                "startLine",
                                place.line(),
                                "startColumn",
                                place.column(),
                                "endLine",
                                place.endLine(),
                                "endColumn",
                                place.endColumn())),
                "message",
                note == null ? null : text(note));
    }

    /** RFC 3986; a colon too, which would make a scheme of what is before it. */
    private static String uri(String path) {
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

    private static Map<String, Object> text(String text) {
        return map("text", text);
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
