package io.ymera.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** A test report as text: a line per test, then the failures, the totals and the notes. */
public final class ReportTable {

    private static final String ROW = "  %-8s %9s  %s%n";

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
        for (JsonNode note : report.path("notes")) {
            text.append("note: ").append(Printable.line(note.asText())).append(System.lineSeparator());
        }
        return text.toString();
    }

    private static String failure(JsonNode failure) {
        return failure.isTextual() ? failure.asText() : failure.toPrettyString();
    }

    private static String totals(JsonNode report) {
        StringBuilder line = new StringBuilder();
        report.path("totals").properties().forEach(total -> {
            if (!"tests".equals(total.getKey()) && total.getValue().asLong() > 0) {
                line.append(", ").append(total.getValue().asLong()).append(' ').append(Printable.line(total.getKey()));
            }
        });
        return "%d tests with %s%s"
                .formatted(
                        report.path("totals").path("tests").asLong(),
                        Printable.line(report.path("framework").asText("an unknown framework")),
                        line.isEmpty() ? "" : ": " + line.substring(2));
    }
}
