package io.ymera.scanner.report;

import io.ymera.scanner.finding.Finding;
import io.ymera.scanner.finding.Location;
import io.ymera.scanner.finding.Severity;
import io.ymera.scanner.finding.Step;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A report as a log of the Static Analysis Results Interchange Format (SARIF 2.1.0, OASIS, errata 01).
 *
 * <p>A run for each scan, each with an {@code automationDetails.id} of its own: GitHub takes several runs of one tool only so, and keeps the alerts
 * of one scan when another was not run. The weakness is said twice, as a taxon of CWE for viewers that follow the standard and as a tag for GitHub;
 * so is the fingerprint, and the severity ({@code security-severity}, of the worst result of a rule, since GitHub reads it of rules only). Results
 * that the baseline has and the code no longer are not in the log: GitHub would show them as open.
 */
public final class Sarif {

    /** As {@code partialFingerprints} calls ours. */
    static final String FINGERPRINT = "ymeraFinding/v1";

    /** The only one that GitHub reads. */
    private static final String GITHUB_FINGERPRINT = "primaryLocationLineHash";

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private static final String ROOT = "%SRCROOT%";
    private static final String CATEGORY = "ymera/";
    private static final String UNRESERVED = "-._~/";

    private final Report report;

    private Sarif(Report report) {
        this.report = report;
    }

    /** As Jackson writes it: maps and lists in a fixed order. */
    public static Map<String, Object> log(Report report) {
        Sarif sarif = new Sarif(report);
        return map(
                "$schema",
                SCHEMA,
                "version",
                "2.1.0",
                "runs",
                report.scans().stream().map(sarif::run).toList());
    }

    /** The scan whose run has this {@code automationDetails.id}, or null. */
    static @Nullable String scan(String id) {
        return id.startsWith(CATEGORY) && id.endsWith("/") && id.length() > CATEGORY.length()
                ? id.substring(CATEGORY.length(), id.length() - 1)
                : null;
    }

    private Object run(Ran scan) {
        List<Reported> results = Stream.concat(report.findings().stream(), report.suppressed().stream())
                .filter(one -> one.finding().scan().equals(scan.name()))
                .sorted(java.util.Comparator.comparing(one -> one.finding().location()))
                .toList();
        SarifRules rules = SarifRules.of(results.stream().map(Reported::finding).toList());
        List<Integer> weaknesses = rules.weaknesses();
        Object taxonomy = weaknesses.isEmpty()
                ? null
                : List.of(map(
                        "name",
                        "CWE",
                        "organization",
                        "MITRE",
                        "shortDescription",
                        message("The MITRE Common Weakness Enumeration"),
                        "taxa",
                        weaknesses.stream().map(Sarif::taxon).toList()));
        return map(
                "tool",
                map(
                        "driver",
                        map(
                                "name",
                                "YMERA",
                                "fullName",
                                "YMERA " + scan.name().replace('_', ' '),
                                "version",
                                Sarif.class.getPackage().getImplementationVersion(),
                                "rules",
                                rules.descriptors(),
                                "supportedTaxonomies",
                                weaknesses.isEmpty() ? null : List.of(map("name", "CWE", "index", 0)))),
                "automationDetails",
                map("id", CATEGORY + scan.name() + "/"),
                "invocations",
                List.of(invocation(scan)),
                "originalUriBaseIds",
                map(ROOT, map("description", message("The root of the code base"))),
                "columnKind",
                "utf16CodeUnits",
                "taxonomies",
                taxonomy,
                "results",
                results.stream().map(one -> result(one, rules)).toList());
    }

    private static Object taxon(int weakness) {
        return map("id", Integer.toString(weakness), "helpUri", page(weakness));
    }

    /** Where CWE describes a weakness. */
    static String page(int weakness) {
        return "https://cwe.mitre.org/data/definitions/" + weakness + ".html";
    }

    private Object invocation(Ran scan) {
        List<Object> notifications = new ArrayList<>();
        for (ReportNote note : report.notes()) {
            if (scan.name().equals(note.scan()) || note.scan() == null) {
                notifications.add(map(
                        "level",
                        scan.whole() ? "note" : "error",
                        "message",
                        message(note.text()),
                        "locations",
                        note.path() == null
                                ? null
                                : List.of(map("physicalLocation", map("artifactLocation", artifact(note.path()))))));
            }
        }
        return map(
                "executionSuccessful",
                scan.whole(),
                "toolExecutionNotifications",
                notifications.isEmpty() ? null : notifications);
    }

    private Object result(Reported reported, SarifRules rules) {
        Finding finding = reported.finding();
        Map<String, Object> properties = new java.util.TreeMap<>(finding.properties());
        properties.put("severity", finding.severity().toString());
        properties.put("fix", finding.fix());
        if (!reported.also().isEmpty()) {
            properties.put(
                    "also_found_by",
                    reported.also().stream()
                            .map(also -> (also.tool().isEmpty() ? also.scan() : also.tool()) + "/" + also.rule())
                            .toList());
        }
        return map(
                "ruleId",
                finding.rule(),
                "ruleIndex",
                rules.index(finding.rule()),
                "level",
                level(finding.severity()),
                "message",
                message(finding.message()),
                "locations",
                List.of(map("physicalLocation", place(finding.location()))),
                "codeFlows",
                finding.flow().isEmpty() ? null : List.of(codeFlow(finding.flow())),
                "taxa",
                finding.cwe().isEmpty()
                        ? null
                        : finding.cwe().stream()
                                .distinct()
                                .map(cwe -> rules.reference(cwe))
                                .toList(),
                "partialFingerprints",
                map(FINGERPRINT, reported.fingerprint(), GITHUB_FINGERPRINT, reported.fingerprint()),
                "baselineState",
                report.againstBaseline() ? reported.baselineState().toString() : null,
                "suppressions",
                suppressions(reported.suppression()),
                "properties",
                properties);
    }

    private static List<Object> suppressions(@Nullable Suppression suppression) {
        if (suppression == null) {
            return List.of();
        }
        boolean inline = suppression.kind() == Suppression.Kind.INLINE;
        return List.of(map(
                "kind",
                inline ? "inSource" : "external",
                "status",
                "accepted",
                "justification",
                suppression.reason(),
                "location",
                inline ? map("physicalLocation", place(Location.line(suppression.path(), suppression.line()))) : null,
                "properties",
                suppression.expires() == null
                        ? null
                        : map("expires", suppression.expires().toString())));
    }

    private static Object codeFlow(List<Step> flow) {
        List<Object> steps = new ArrayList<>();
        for (int i = 0; i < flow.size(); i++) {
            boolean end = i == 0 || i == flow.size() - 1;
            Step step = flow.get(i);
            steps.add(map(
                    "location",
                    map("physicalLocation", place(step.location()), "message", message(step.note())),
                    "kinds",
                    List.of("taint"),
                    "executionOrder",
                    i + 1,
                    "importance",
                    end ? "essential" : "important"));
        }
        return map("threadFlows", List.of(map("locations", steps)));
    }

    private static Map<String, Object> place(Location location) {
        return map("artifactLocation", artifact(location.path()), "region", region(location));
    }

    /** Only the line if no more is known, which stands for all of it; never one that ends before it begins. */
    private static Map<String, Object> region(Location location) {
        int line = Math.max(1, location.line());
        int column = Math.max(1, location.column());
        boolean before = location.endLine() < line || (location.endLine() == line && location.endColumn() <= column);
        if (before) {
            return column == 1 ? map("startLine", line) : map("startLine", line, "startColumn", column);
        }
        return map(
                "startLine",
                line,
                "startColumn",
                column,
                "endLine",
                location.endLine(),
                "endColumn",
                Math.max(1, location.endColumn()));
    }

    private static Map<String, Object> artifact(String path) {
        return map("uri", uri(path), "uriBaseId", ROOT);
    }

    static String level(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> "error";
            case MEDIUM -> "warning";
            case LOW -> "note";
        };
    }

    /** In the middle of the ranges that GitHub reads: over 9 is critical, from 7 high, from 4 medium. */
    static String securitySeverity(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "9.5";
            case HIGH -> "8.0";
            case MEDIUM -> "5.5";
            case LOW -> "2.0";
        };
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

    /** What strangers wrote may be quoted in it, and must become neither a placeholder nor a link (SARIF, 3.11.5 and 3.11.6). */
    static Map<String, Object> message(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean placeholder = c == '{' && i + 1 < text.length() && Character.isDigit(text.charAt(i + 1));
            boolean link = c == ']' && i + 1 < text.length() && text.charAt(i + 1) == '(';
            plain.append(placeholder ? "{{" : link ? "\\]" : Character.isISOControl(c) && c != '\n' ? " " : c);
        }
        return map("text", plain.toString());
    }

    /** Names and values in turn; what is null is left out. */
    static Map<String, Object> map(@Nullable Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            if (value != null) {
                map.put(Objects.toString(namesAndValues[i]), value);
            }
        }
        return map;
    }
}
