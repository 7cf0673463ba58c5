package io.ymera.examination.testing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tests that a code base has, as its sources say: what a run is held against, since what a framework found is what the code
 * under test let it find.
 *
 * @param tests those that the framework takes for tests by its own rules or the project's configuration; none that only running the
 *     code could tell
 * @param ends what a framework puts after a test's name when it makes several of it, for example {@code [}
 * @param notes what a reader should know
 * @param unread why it is not known which tests there are; null if it is. A run without an inventory that ought to have one does
 *     not pass
 * @param rewritten where the project's own code may have made another test of one, under its name: such a run does not pass either
 */
public record Inventory(
        List<DeclaredTest> tests,
        List<String> ends,
        List<String> notes,
        @Nullable String unread,
        List<String> rewritten) {

    /** Where nothing is expected. */
    public static final Inventory NONE = new Inventory(List.of(), List.of(), List.of(), null, List.of());

    /** Copies the lists. */
    public Inventory {
        tests = List.copyOf(tests);
        ends = List.copyOf(ends);
        notes = List.copyOf(notes);
        rewritten = List.copyOf(rewritten);
    }

    /** Of a code base whose tests can't be read. */
    public static Inventory unread(String why) {
        return new Inventory(List.of(), List.of(), List.of(), why, List.of());
    }
}
