package io.ymera.local.scan;

import com.fasterxml.jackson.databind.JsonNode;
import io.ymera.local.demo.Printable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A security review as text for a terminal: each finding with its line, its flow and its fix, the score, and what was not scanned. */
public final class Findings {

    private static final int MOST = 100;
    private static final int MOST_STEPS = 12;
    private static final int MOST_LISTED = 15;
    /** Weaknesses whose line has the secret in it: credentials and keys that are written down. */
    private static final Set<Integer> WRITTEN_DOWN = Set.of(259, 321, 547, 798);

    private static final List<String> SEVERITIES = List.of("critical", "high", "medium", "low");

    private final JsonNode report;
    private final Code code;
    private final Set<String> secrets;
    private final StringBuilder text = new StringBuilder();

    private Findings(JsonNode report, Code code) {
        this.report = report;
        this.code = code;
        this.secrets = each(report.path("findings"))
                .filter(Findings::isSecret)
                .flatMap(finding -> Stream.concat(
                        Stream.of(finding.path("place")),
                        each(finding.path("flow")).map(step -> step.path("place"))))
                .map(Findings::line)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The text of a report, the result of a {@code security_review} task.
     *
     * @param folder where the code is
     */
    public static String of(JsonNode report, Path folder) {
        Findings findings = new Findings(report, new Code(folder));
        findings.all();
        findings.score();
        findings.listed("Not scanned, or without a second opinion, for want of a tool", "missing");
        findings.listed("Notes", "notes");
        return findings.text.toString();
    }

    private void all() {
        List<JsonNode> counted = new ArrayList<>();
        report.path("findings").forEach(finding -> {
            if (!finding.has("suppression")) {
                counted.add(finding);
            }
        });
        // The worst last, where a terminal's reader looks first
        counted.sort(Comparator.comparing((JsonNode finding) ->
                        SEVERITIES.indexOf(finding.path("severity").asText()))
                .reversed());
        int left = Math.max(0, counted.size() - MOST);
        if (left > 0) {
            line("  … %d less bad ones are in the report only", left);
            line("");
        }
        counted.subList(left, counted.size()).forEach(this::finding);
    }

    private void finding(JsonNode finding) {
        JsonNode place = finding.path("place");
        String weaknesses =
                each(finding.path("cwe")).map(number -> "CWE-" + number.asInt()).collect(Collectors.joining(", "));
        String known = field(finding, "baseline_state").equals("unchanged") ? ", known before" : "";
        line(
                "  %-8s %s:%d  %s%s%s",
                field(finding, "severity").toUpperCase(Locale.ROOT),
                field(place, "path"),
                place.path("line").asInt(),
                field(finding, "rule"),
                weaknesses.isEmpty() ? "" : " (" + weaknesses + ")",
                known);
        line("           %s", field(finding, "message"));
        if (finding.path("flow").isEmpty()) {
            shown(place);
        }
        int steps = 0;
        for (JsonNode step : finding.path("flow")) {
            if (++steps > MOST_STEPS) {
                line("             … and %d more steps", finding.path("flow").size() - MOST_STEPS);
                break;
            }
            line(
                    "             %d. %s:%d  %s",
                    steps,
                    field(step.path("place"), "path"),
                    step.path("place").path("line").asInt(),
                    field(step, "note"));
            shown(step.path("place"));
        }
        if (!field(finding, "fix").isEmpty()) {
            line("           Fix: %s", field(finding, "fix"));
        }
        if (finding.path("sources").size() > 1) {
            line(
                    "           Also found by: %s",
                    each(finding.path("sources"))
                            .skip(1)
                            .map(source -> field(source, "tool") + " (" + field(source, "rule") + ")")
                            .collect(Collectors.joining(", ")));
        }
        line("");
    }

    /** The line, unless there is a secret in it, whatever this finding is about: terminals are recorded, too. */
    private void shown(JsonNode place) {
        if (secrets.contains(line(place))) {
            return;
        }
        String shown = code.line(place.path("path").asText(), place.path("line").asInt());
        if (!shown.isEmpty()) {
            line("             | %s", shown);
        }
    }

    private static boolean isSecret(JsonNode finding) {
        return field(finding, "scan").equals("secret_scan")
                || each(finding.path("cwe")).anyMatch(number -> WRITTEN_DOWN.contains(number.asInt()));
    }

    private static Stream<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static String line(JsonNode place) {
        return place.path("line").asInt() + " " + place.path("path").asText();
    }

    private void score() {
        JsonNode value = report.path("score").path("value");
        line(
                "  %s   %s, %d findings, %d of them new, %d suppressed",
                field(report, "verdict").toUpperCase(Locale.ROOT),
                value.isNumber()
                        ? String.format(Locale.ROOT, "%.0f of 100", value.asDouble())
                        : "no score: " + field(report.path("score"), "not_scanned"),
                report.path("counts").path("total").asInt(),
                report.path("counts").path("fresh").asInt(),
                report.path("counts").path("suppressed").asInt());
        for (JsonNode deduction : report.path("score").path("deductions")) {
            line("    %+6.1f  %s", -deduction.path("points").asDouble(), field(deduction, "reason"));
        }
        if (report.path("absent").size() > 0) {
            line(
                    "    %d findings of the baseline are gone",
                    report.path("absent").size());
        }
    }

    private void listed(String title, String member) {
        JsonNode list = report.path(member);
        if (list.isEmpty()) {
            return;
        }
        line("");
        line("  %s", title);
        for (int i = 0; i < Math.min(MOST_LISTED, list.size()); i++) {
            JsonNode each = list.get(i);
            line(
                    "    %s",
                    each.isTextual()
                            ? Printable.line(each.asText())
                            : field(each, "tool") + ", for " + field(each, "needed_for") + ": "
                                    + field(each, "how_to_get"));
        }
        if (list.size() > MOST_LISTED) {
            line("    … and %d more", list.size() - MOST_LISTED);
        }
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
    }

    private static String field(JsonNode node, String name) {
        return Printable.line(node.path(name).asText());
    }
}
