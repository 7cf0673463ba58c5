package io.ymera.examination.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RollCallTest {

    private static final List<String> ENDS = List.of("[", "::");

    @Test
    void a_test_that_nothing_was_reported_of_is_absent() {
        // Given
        Inventory inventory = inventory(declared("test_a.py::test_one"), declared("test_a.py::test_two"));

        // When
        List<NotRun> absent = roll(inventory, "test_a.py::test_one", false).absent();

        // Then
        assertThat(absent).containsExactly(new NotRun("test_a.py::test_two", "test_a.py", 7, null));
        assertThat(RollCall.complaint(absent))
                .isEqualTo(
                        "There is 1 test in the sources that neither ran nor is left out by a mark or the configuration:"
                                + " test_a.py::test_two (test_a.py:7)");
    }

    @Test
    void parameters_are_of_the_test_and_a_longer_name_is_not() {
        // Given
        Inventory inventory = inventory(declared("test_a.py::test_one"), declared("test_a.py::test_on"));

        // When
        List<NotRun> absent = roll(inventory, "test_a.py::test_one[1]", false).absent();

        // Then
        assertThat(absent).extracting(NotRun::test).containsExactly("test_a.py::test_on");
    }

    @Test
    void what_is_skipped_takes_along_what_is_in_it_and_what_passes_does_not() {
        // Given
        DeclaredTest test =
                new DeclaredTest("test_a.py", 7, "test_a.py::test_one", List.of(), List.of("test_a.py"), false, null);

        // When
        List<NotRun> afterSkip = roll(inventory(test), "test_a.py", true).absent();
        List<NotRun> afterPass = roll(inventory(test), "test_a.py", false).absent();

        // Then
        assertThat(afterSkip).isEmpty();
        assertThat(afterPass).hasSize(1);
    }

    @Test
    void skipped_for_the_sake_of_another_one_is_not_run() {
        // Given
        DeclaredTest test = new DeclaredTest("a.test.js", 7, "a.test.js > one", List.of(), List.of(), true, null);

        // When
        List<NotRun> absent = roll(inventory(test), "a.test.js > one", true).absent();

        // Then
        assertThat(absent).hasSize(1);
    }

    @Test
    void what_the_configuration_leaves_out_is_a_note_and_no_complaint() {
        // Given
        DeclaredTest test = new DeclaredTest(
                "old/test_a.py", 7, "old/test_a.py::test_one", List.of(), List.of(), false, "testpaths in setup.cfg");

        // When
        List<NotRun> absent =
                roll(inventory(test), "test_b.py::test_one", false).absent();

        // Then
        assertThat(RollCall.complaint(absent)).isEmpty();
        assertThat(RollCall.notes(absent))
                .containsExactly("There is 1 test in the sources that did not run (testpaths in setup.cfg):"
                        + " old/test_a.py::test_one (old/test_a.py:7)");
    }

    private static Inventory inventory(DeclaredTest... tests) {
        return new Inventory(List.of(tests), ENDS, List.of(), null, List.of());
    }

    private static DeclaredTest declared(String id) {
        return new DeclaredTest("test_a.py", 7, id, List.of(), List.of(), false, null);
    }

    /** Of a run that told of one test. */
    private static RollCall roll(Inventory inventory, String told, boolean skipped) {
        return new RollCall(inventory, Set.of(told), skipped ? Set.of(told) : Set.of());
    }
}
