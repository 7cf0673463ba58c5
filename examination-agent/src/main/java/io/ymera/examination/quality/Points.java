package io.ymera.examination.quality;

import io.ymera.examination.report.Finding;
import io.ymera.examination.report.Finding.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Collects the deductions of one score. What costs anything costs at least a tenth of a point, so that it is seen. */
final class Points {

    private static final double LEAST = 0.1;

    private final ScoreName score;
    private final int lines;
    private final List<Deduction> deductions = new ArrayList<>();

    /**
     * For a score.
     *
     * @param lines of the product's sources; under 1000, it counts as if there were 1000
     */
    Points(ScoreName score, int lines) {
        this.score = score;
        this.lines = Math.max(lines, 1000);
    }

    /** Takes points away, at most {@code cap}, for something that is there; none if {@code points} is 0. */
    void lose(double points, double cap, String reason, List<String> evidence) {
        if (points > 0) {
            double lost = Math.max(LEAST, Math.round(Math.min(points, cap) * 10) / 10.0);
            deductions.add(new Deduction(score, lost, reason, evidence));
        }
    }

    /** Takes {@code each} points away for each of {@code count} in 1000 lines. */
    void losePerThousandLines(double each, int count, double cap, String reason, List<String> evidence) {
        lose(each * count * 1000 / lines, cap, reason, evidence);
    }

    /** Takes away what findings cost: 5 points for an error, 1 for a warning, 0.1 for a note, each in 1000 lines. */
    void loseFor(List<Finding> findings, String whose) {
        loseFor(findings, Level.ERROR, 5, 25, whose);
        loseFor(findings, Level.WARNING, 1, 15, whose);
        loseFor(findings, Level.NOTE, 0.1, 5, whose);
    }

    private void loseFor(List<Finding> findings, Level level, double each, double cap, String whose) {
        List<Finding> some =
                findings.stream().filter(finding -> finding.level() == level).toList();
        String reason = String.format(
                Locale.ROOT,
                "%s %s of level %s%s, %s for each in 1000 lines, at most %s",
                some.size(),
                some.size() == 1 ? "finding" : "findings",
                level,
                whose,
                number(each),
                number(cap));
        losePerThousandLines(each, some.size(), cap, reason, evidence(some));
    }

    List<Deduction> deductions() {
        return List.copyOf(deductions);
    }

    /** 100 less what was lost, not below 0, to one digit. */
    double value() {
        double lost = deductions.stream().mapToDouble(Deduction::points).sum();
        return Math.max(0, Math.round((100 - lost) * 10) / 10.0);
    }

    static List<String> evidence(List<Finding> findings) {
        return findings.stream().map(Points::evidence).toList();
    }

    private static String evidence(Finding finding) {
        return "finding:" + finding.path() + ":" + finding.line() + ":" + finding.rule();
    }

    static List<String> evidence(String kind, List<String> ids) {
        return ids.stream().map(id -> kind + ":" + id).toList();
    }

    /** Without digits that say nothing. */
    static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.1f", value);
    }

    /** Counted, for example {@code 1 test} or {@code 2 tests}. */
    static String count(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
