package io.ymera.bench.accuracy;

import io.ymera.scanner.finding.Finding;
import java.util.List;

/**
 * What was said of a pair.
 *
 * @param found whether the weakness was found in the vulnerable twin
 * @param alarm whether it was also found in the safe one
 * @param alarms those findings
 * @param others what else was said about the safe twin
 * @param broken whether a scan of one of the two did not come to its end
 */
record Outcome(Pair pair, boolean found, boolean alarm, List<Finding> alarms, List<Finding> others, boolean broken) {

    static Outcome of(Pair pair, Scanned vulnerable, Scanned safe) {
        List<Finding> alarms = vulnerableTo(pair, safe.findings());
        List<Finding> others =
                safe.findings().stream().filter(each -> !alarms.contains(each)).toList();
        return new Outcome(
                pair,
                !vulnerableTo(pair, vulnerable.findings()).isEmpty(),
                !alarms.isEmpty(),
                alarms,
                others,
                !vulnerable.whole() || !safe.whole());
    }

    private static List<Finding> vulnerableTo(Pair pair, List<Finding> findings) {
        return findings.stream()
                .filter(each -> Weaknesses.same(pair.cwe(), each.cwe()))
                .toList();
    }
}
