package io.ymera.examination.testing;

import io.ymera.codebase.lab.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Holds what was run against the inventory: names each test that the sources have and that nothing was reported of. */
final class RollCall {

    private static final int ID = 200;
    private static final int MOST_ENDS = 100;
    private static final int MOST_LISTED = 100;

    private final Inventory inventory;
    private final Set<String> skipped;
    private final Set<String> names = new HashSet<>();
    private final Set<String> namesOfRan = new HashSet<>();

    /**
     * Of a run.
     *
     * @param told the ids of what it told of
     * @param skipped those of them that were not run on purpose
     */
    RollCall(Inventory inventory, Set<String> told, Set<String> skipped) {
        this.inventory = inventory;
        this.skipped = Set.copyOf(skipped);
        for (String id : told) {
            addNames(id, names);
            if (!skipped.contains(id)) {
                addNames(id, namesOfRan);
            }
        }
    }

    /** Those that did not answer, in the order of the inventory. */
    List<NotRun> absent() {
        List<NotRun> absent = new ArrayList<>();
        for (DeclaredTest test : inventory.tests()) {
            if (!answered(test)) {
                absent.add(new NotRun(
                        TestPattern.shown(Texts.bounded(test.id(), ID)), test.path(), test.line(), test.leftOut()));
            }
        }
        return absent;
    }

    /** What a report lists of them: those that nothing explains first. */
    static List<NotRun> listed(List<NotRun> absent) {
        List<NotRun> sorted = new ArrayList<>(
                absent.stream().filter(test -> test.why() == null).toList());
        absent.stream().filter(test -> test.why() != null).forEach(sorted::add);
        return sorted.subList(0, Math.min(MOST_LISTED, sorted.size()));
    }

    /** Why the run is not all that there is, or empty. */
    static String complaint(List<NotRun> absent) {
        List<NotRun> unexplained =
                absent.stream().filter(test -> test.why() == null).toList();
        return unexplained.isEmpty()
                ? ""
                : count(unexplained) + " in the sources that neither ran nor "
                        + (unexplained.size() == 1 ? "is" : "are") + " left out by a mark or the configuration: "
                        + examples(unexplained);
    }

    /** A sentence for each thing that leaves tests out. */
    static List<String> notes(List<NotRun> absent) {
        Map<String, List<NotRun>> byReason = new TreeMap<>();
        absent.stream().filter(test -> test.why() != null).forEach(test -> byReason.computeIfAbsent(
                        Objects.requireNonNull(test.why()), any -> new ArrayList<>())
                .add(test));
        return byReason.entrySet().stream()
                .map(each -> count(each.getValue()) + " in the sources that did not run (" + each.getKey() + "): "
                        + examples(each.getValue()))
                .toList();
    }

    private boolean answered(DeclaredTest test) {
        Set<String> known = test.overshadowed() ? namesOfRan : names;
        if (known.contains(test.id()) || test.scopes().stream().anyMatch(skipped::contains)) {
            return true;
        }
        return fits(test.id(), known)
                || test.also().stream().anyMatch(name -> known.contains(name) || fits(name, known));
    }

    private boolean fits(String name, Set<String> known) {
        return TestPattern.is(name) && known.stream().anyMatch(each -> TestPattern.matches(name, each));
    }

    /** The id, and each beginning of it that is a test of which it may be one of several. */
    private void addNames(String id, Set<String> into) {
        into.add(id);
        for (String end : inventory.ends()) {
            int at = id.indexOf(end);
            for (int found = 0; at > 0 && found < MOST_ENDS; found++) {
                into.add(id.substring(0, at));
                at = id.indexOf(end, at + 1);
            }
        }
    }

    private static String count(List<NotRun> tests) {
        return tests.size() == 1 ? "There is 1 test" : "There are " + tests.size() + " tests";
    }

    private static String examples(List<NotRun> tests) {
        List<String> shown = tests.stream()
                .limit(3)
                .map(test -> test.test() + " (" + test.path() + ":" + test.line() + ")")
                .toList();
        return String.join(", ", shown) + (tests.size() > shown.size() ? ", ..." : "");
    }
}
