package io.ymera.security.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Families of weaknesses: scanners give the same mistake different numbers of the Common Weakness Enumeration, some the exact one,
 * some a parent of it.
 */
final class Weaknesses {

    private static final List<Set<Integer>> FAMILIES = List.of(
            Set.of(22, 23, 35, 36, 73, 98, 99),
            Set.of(74, 77, 78, 88),
            Set.of(79, 80, 83, 87, 116),
            Set.of(89, 564, 943),
            Set.of(90),
            Set.of(91, 643, 652),
            Set.of(94, 95, 96, 470),
            Set.of(113, 93),
            Set.of(117),
            Set.of(200, 209, 215, 489, 497, 532, 538),
            Set.of(256, 257, 259, 260, 321, 522, 798),
            Set.of(276, 277, 279, 732),
            Set.of(284, 285, 306, 639, 862, 863),
            Set.of(295, 296, 297, 299, 319, 350, 757),
            Set.of(326, 327, 328, 329, 310, 323, 325, 347, 759, 760, 916),
            Set.of(330, 331, 335, 336, 338, 340),
            Set.of(352),
            Set.of(377, 378, 379),
            Set.of(400, 407, 770, 1333, 185),
            Set.of(434),
            Set.of(502),
            Set.of(601),
            Set.of(611, 776, 827),
            Set.of(614, 1004, 1275),
            Set.of(693, 1021, 942, 346),
            Set.of(915, 1321, 1336, 1287),
            Set.of(918));

    private static final Map<Integer, Integer> FAMILY_OF = index();

    private Weaknesses() {}

    /** Whether two findings speak of the same kind of mistake. */
    static boolean related(List<Integer> some, List<Integer> others) {
        Set<Integer> families = families(some);
        families.retainAll(families(others));
        return !families.isEmpty();
    }

    /** One in no family is a family of its own; families have negative numbers, so that they can't be taken for one. */
    private static Set<Integer> families(List<Integer> weaknesses) {
        Set<Integer> families = new TreeSet<>();
        weaknesses.forEach(each -> families.add(FAMILY_OF.getOrDefault(each, each)));
        return families;
    }

    private static Map<Integer, Integer> index() {
        Map<Integer, Integer> index = new HashMap<>();
        for (int i = 0; i < FAMILIES.size(); i++) {
            for (int each : FAMILIES.get(i)) {
                index.put(each, -1 - i);
            }
        }
        return Map.copyOf(index);
    }
}
