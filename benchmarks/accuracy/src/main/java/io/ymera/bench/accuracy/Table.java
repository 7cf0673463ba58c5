package io.ymera.bench.accuracy;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A table of tallies.
 *
 * @param head of the first column
 * @param rows by their name, in order; the last one is the sum
 */
record Table(String title, String head, Map<String, Tally> rows) {

    private static final List<String> COLUMNS = List.of("pairs", "found", "recall", "false alarms", "score", "others");

    /** The mean of the rows' scores without the sum: each weakness counts the same. */
    double mean() {
        return rows.entrySet().stream()
                .filter(row -> !row.getKey().equals("all"))
                .mapToDouble(row -> row.getValue().youden())
                .average()
                .orElse(0);
    }

    /** For a terminal. */
    String text() {
        StringBuilder text = new StringBuilder();
        int width = Math.max(
                head.length(),
                rows.keySet().stream().mapToInt(String::length).max().orElse(0));
        text.append(title).append('\n');
        text.append(
                String.format(Locale.ROOT, "  %-" + width + "s  %9s %6s %7s %13s %6s %7s%n", (Object[]) with(head)));
        rows.forEach((name, tally) -> text.append(String.format(
                Locale.ROOT,
                "  %-" + width + "s  %9s %6d %6.1f%% %12.1f%% %6.1f %7d%n",
                name,
                count(tally),
                tally.found(),
                tally.recall(),
                tally.falsePositives(),
                tally.youden(),
                tally.others())));
        return text.append(String.format(Locale.ROOT, "  mean of the scores: %.1f%n", mean()))
                .toString();
    }

    private static String[] with(String head) {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(head), COLUMNS.stream())
                .toArray(String[]::new);
    }

    private static String count(Tally tally) {
        return tally.positives() == tally.negatives()
                ? Integer.toString(tally.positives())
                : tally.positives() + "+" + tally.negatives();
    }

    /** For {@code docs}. */
    String markdown() {
        StringBuilder text = new StringBuilder("### " + title + "\n\n");
        text.append("| ")
                .append(head)
                .append(" | ")
                .append(String.join(" | ", COLUMNS))
                .append(" |\n");
        text.append("|---").append("|---:".repeat(COLUMNS.size())).append("|\n");
        rows.forEach((name, tally) -> text.append(String.format(
                Locale.ROOT,
                "| %s | %s | %d | %.1f %% | %.1f %% | %.1f | %d |%n",
                name.equals("all") ? "**all**" : name,
                count(tally),
                tally.found(),
                tally.recall(),
                tally.falsePositives(),
                tally.youden(),
                tally.others())));
        return text.append(String.format(Locale.ROOT, "%nMean of the scores: %.1f%n", mean()))
                .toString();
    }
}
