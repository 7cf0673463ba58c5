package io.ymera.scanner.report;

import io.ymera.scanner.finding.Severity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * 100 less what it costs that there are findings, new or not, that are not suppressed; never below 0.
 *
 * <p>A critical one costs 40, a high one 25, a medium one 8 (48 at most for all of them), a low one 2 (20 at most), as in the quality gate of the
 * examination agent. A scan that did not come to its end costs 25, since nobody knows what it would have found.
 *
 * @param points from 0 to 100
 * @param lost why it is not 100, in whole; the points of these are more than 100 together if {@code points} is 0
 */
public record Score(int points, List<Lost> lost) {

    private static final int BROKEN = 25;
    private static final Map<Severity, Cost> COSTS = new EnumMap<>(Map.of(
            Severity.CRITICAL, new Cost(40, Integer.MAX_VALUE),
            Severity.HIGH, new Cost(25, Integer.MAX_VALUE),
            Severity.MEDIUM, new Cost(8, 48),
            Severity.LOW, new Cost(2, 20)));

    /** Copies the list. */
    public Score {
        lost = List.copyOf(lost);
    }

    /**
     * A part of what is missing.
     *
     * @param points how much
     * @param reason one sentence with its numbers
     */
    public record Lost(int points, String reason) {}

    private record Cost(int each, int most) {}

    static Score of(List<Reported> findings, List<Ran> scans) {
        List<Lost> lost = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            lost.addAll(lost(severity, findings));
        }
        for (Ran scan : scans) {
            if (!scan.whole()) {
                lost.add(new Lost(
                        BROKEN,
                        "The %s did not come to its end; what it would find is not known".formatted(scan.name())));
            }
        }
        long sum = lost.stream().mapToLong(Lost::points).sum();
        return new Score((int) Math.max(0, 100 - sum), lost);
    }

    /** By rule, until no more may be lost for this severity. */
    private static List<Lost> lost(Severity severity, List<Reported> findings) {
        Map<String, Integer> rules = new TreeMap<>();
        for (Reported finding : findings) {
            if (finding.counts() && finding.finding().severity() == severity) {
                rules.merge(finding.finding().scan() + "/" + finding.finding().rule(), 1, Integer::sum);
            }
        }
        Cost cost = COSTS.get(severity);
        if (cost == null) {
            throw new IllegalStateException("Each severity has its cost, but not " + severity);
        }
        List<Lost> lost = new ArrayList<>();
        long left = cost.most();
        for (Map.Entry<String, Integer> rule : rules.entrySet()) {
            long all = (long) rule.getValue() * cost.each();
            int points = (int) Math.min(Math.min(all, left), Integer.MAX_VALUE);
            left -= points;
            String most =
                    points < all ? ", less because all of %s cost %d at most".formatted(severity, cost.most()) : "";
            lost.add(new Lost(
                    points,
                    String.format(
                            Locale.ROOT,
                            "%,d × %s, %s: %d each%s",
                            rule.getValue(),
                            rule.getKey(),
                            severity,
                            cost.each(),
                            most)));
        }
        return lost;
    }
}
