package io.ymera.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;

/** A test report as text: a line per test, then the failures, the totals, the verdict, what was tried and the notes. */
public final class ReportTable {

    private static final List<String> OUTCOMES = List.of("passed", "failed", "errors", "skipped", "xfailed", "xpassed");
    private static final String ROW = "  %-9s %9s  %s%n";

    private ReportTable() {}

    /** The text of {@code report}, the result of a {@code test_execution} task. */
    public static String of(JsonNode report) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(Locale.ROOT, ROW, "outcome", "seconds", "test"));
        for (JsonNode test : report.path("tests")) {
            text.append(String.format(
                    Locale.ROOT,
                    ROW,
                    Printable.line(test.path("outcome").asText()),
                    String.format(
                            Locale.ROOT, "%.3f", test.path("duration_seconds").asDouble()),
                    Printable.line(test.path("id").asText())));
        }
        for (JsonNode test : report.path("tests")) {
            if (test.hasNonNull("failure")) {
                text.append("%n%s: %s%n%s%n"
                        .formatted(
                                Printable.line(test.path("outcome").asText()),
                                Printable.line(test.path("id").asText()),
                                Printable.block(failure(test.path("failure")), "    ")));
            }
        }
        text.append(System.lineSeparator()).append(totals(report)).append(System.lineSeparator());
        if (report.hasNonNull("verdict")) {
            text.append("verdict: ")
                    .append(Printable.line(report.path("verdict").asText()))
                    .append(System.lineSeparator());
        }
        for (JsonNode test : report.path("flaky")) {
            text.append("flaky: ")
                    .append(Printable.line(test.path("id").asText()))
                    .append(" passed in run ")
                    .append(test.path("passed_in_run").asLong())
                    .append(System.lineSeparator());
        }
        for (JsonNode incident : report.path("incidents")) {
            text.append("incident: ")
                    .append(Printable.line(incident.path("kind").asText()))
                    .append(incident.hasNonNull("test") ? " in " + Printable.line(incident.path("test").asText()) : "")
                    .append(": ")
                    .append(Printable.line(incident.path("detail").asText()))
                    .append(System.lineSeparator());
        }
        for (JsonNode tool : report.path("missing")) {
            text.append("missing: ")
                    .append(Printable.line(tool.path("tool").asText() + ", "
                            + tool.path("how_to_get").asText()))
                    .append(System.lineSeparator());
        }
        for (JsonNode note : report.path("notes")) {
            text.append("note: ").append(Printable.line(note.asText())).append(System.lineSeparator());
        }
        return text.toString();
    }

    private static String failure(JsonNode failure) {
        return failure.isTextual() ? failure.asText() : failure.toPrettyString();
    }

    private static String totals(JsonNode report) {
        JsonNode totals = report.path("totals");
        StringBuilder line = new StringBuilder();
        for (String outcome : OUTCOMES) {
            if (totals.path(outcome).asLong() > 0) {
                line.append(line.isEmpty() ? ": " : ", ")
                        .append(totals.path(outcome).asLong())
                        .append(' ')
                        .append(outcome);
            }
        }
        return String.format(
                Locale.ROOT,
                "%d tests with %s in %.1f s%s",
                totals.path("tests").asLong(),
                Printable.line(report.path("framework").asText("an unknown framework")),
                totals.path("duration_seconds").asDouble(),
                line);
    }
}
