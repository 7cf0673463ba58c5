package io.ymera.local.examine;

import com.fasterxml.jackson.databind.JsonNode;
import io.ymera.local.demo.Printable;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A quality report as text for a terminal: the verdict, the scores with what they lost, the conditions, and what is missing. */
public final class Summary {

    private static final int BAR = 20;
    private static final int MOST = 10;
    private static final Map<String, String> TITLES = Map.of(
            "code", "Code quality",
            "security", "Security",
            "performance", "Performance",
            "documentation", "Documentation");

    private final JsonNode report;
    private final StringBuilder text = new StringBuilder();

    private Summary(JsonNode report) {
        this.report = report;
    }

    /** The text of a report, the result of a {@code quality_verification} task. */
    public static String of(JsonNode report) {
        Summary summary = new Summary(report);
        summary.verdict();
        report.path("scores").forEach(summary::score);
        summary.conditions();
        summary.trend();
        summary.listed(
                "Incidents", "incidents", incident -> field(incident, "kind") + ": " + field(incident, "detail"));
        summary.listed(
                "Not examined for want of a tool",
                "missing",
                tool -> field(tool, "tool") + ", for " + field(tool, "needed_for") + ": " + field(tool, "how_to_get"));
        summary.listed("Notes", "notes", note -> Printable.line(note.asText()));
        return summary.text.toString();
    }

    private void verdict() {
        String overall = report.hasNonNull("overall")
                ? String.format(
                        Locale.ROOT, "%.1f of 100", report.path("overall").asDouble())
                : "no overall score";
        line(
                "  %s   %s (%s asked for), %,d lines, %d tests",
                field(report, "verdict").toUpperCase(Locale.ROOT),
                overall,
                number(report.path("threshold").asDouble()),
                report.path("lines").asLong(),
                report.path("tests").path("totals").path("tests").asLong());
    }

    private void score(JsonNode score) {
        String name = TITLES.getOrDefault(field(score, "name"), field(score, "name"));
        if (score.hasNonNull("value")) {
            double value = score.path("value").asDouble();
            int full = (int) Math.round(value / 100 * BAR);
            line("");
            line(
                    "  %-14s %5.1f  %s%s  weight %.0f %%",
                    name,
                    value,
                    "█".repeat(full),
                    "░".repeat(BAR - full),
                    score.path("counted").asDouble() * 100);
        } else {
            line("");
            line("  %-14s     –  not examined: %s", name, field(score, "not_examined"));
        }
        for (JsonNode deduction : score.path("deductions")) {
            line("    %+6.1f  %s", -deduction.path("points").asDouble(), field(deduction, "reason"));
            String evidence = StreamSupport.stream(deduction.path("evidence").spliterator(), false)
                    .limit(3)
                    .map(each -> Printable.line(each.asText()))
                    .collect(Collectors.joining(", "));
            if (!evidence.isEmpty()) {
                line("            %s%s", evidence, deduction.path("evidence").size() > 3 ? ", …" : "");
            }
        }
        if (score.hasNonNull("value") && score.hasNonNull("not_examined")) {
            line("            not all was examined: %s", field(score, "not_examined"));
        }
    }

    private void conditions() {
        line("");
        line("  Conditions");
        for (JsonNode gate : report.path("gates")) {
            line(
                    "    %-8s %-13s %s",
                    field(gate, "status"), field(gate, "name").replace('_', ' '), field(gate, "reason"));
        }
    }

    private void trend() {
        for (JsonNode trend : report.path("trends")) {
            if (field(trend, "score").equals("overall") && trend.hasNonNull("change")) {
                line("");
                line(
                        "  Overall score since the last time: %+.1f",
                        trend.path("change").asDouble());
            }
        }
    }

    private void listed(String title, String member, Function<JsonNode, String> each) {
        JsonNode list = report.path(member);
        if (list.isEmpty()) {
            return;
        }
        line("");
        line("  %s", title);
        for (int i = 0; i < Math.min(MOST, list.size()); i++) {
            line("    %s", each.apply(list.get(i)));
        }
        if (list.size() > MOST) {
            line("    … and %d more", list.size() - MOST);
        }
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
    }

    private static String field(JsonNode node, String name) {
        return Printable.line(node.path(name).asText());
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.1f", value);
    }
}
