package io.ymera.bench.accuracy;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * When a finding's weakness counts as the one that is expected: if it is the same, or one is a kind of the other by CWE's own hierarchy (view 1000).
 * Two kinds of the same thing do not count for each other. Of that hierarchy only those edges are here whose both ends a reader would take for
 * the same mistake: that SQL injection is a kind of what CWE-943 is about is none of them.
 */
final class Weaknesses {

    /** By what they are kinds of. */
    private static final Map<Integer, Set<Integer>> KINDS = Map.ofEntries(
            Map.entry(20, Set.of(129, 1284, 1285, 1286, 1287, 1289)),
            Map.entry(22, Set.of(23, 36)),
            Map.entry(77, Set.of(78, 88)),
            Map.entry(79, Set.of(80, 81, 83, 84, 85, 86, 87)),
            Map.entry(89, Set.of(564)),
            Map.entry(93, Set.of(113)),
            Map.entry(94, Set.of(95, 96, 1336)),
            Map.entry(209, Set.of(210, 211, 550)),
            Map.entry(295, Set.of(296, 297, 298, 299, 599)),
            Map.entry(311, Set.of(319)),
            Map.entry(326, Set.of(328)),
            Map.entry(327, Set.of(328, 780, 1240)),
            Map.entry(328, Set.of(916)),
            Map.entry(330, Set.of(331, 335, 338, 340, 344)),
            Map.entry(377, Set.of(378, 379)),
            Map.entry(400, Set.of(770, 1333)),
            Map.entry(611, Set.of(827)),
            Map.entry(732, Set.of(276, 277, 278, 279, 281)),
            Map.entry(798, Set.of(259, 321)),
            Map.entry(915, Set.of(1321)));

    private Weaknesses() {}

    static boolean same(int expected, List<Integer> found) {
        return found.stream().anyMatch(each -> same(expected, each));
    }

    static boolean same(int expected, int found) {
        return expected == found
                || KINDS.getOrDefault(expected, Set.of()).contains(found)
                || KINDS.getOrDefault(found, Set.of()).contains(expected);
    }
}
