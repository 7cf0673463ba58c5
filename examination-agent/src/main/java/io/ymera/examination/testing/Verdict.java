package io.ymera.examination.testing;

import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Locale;

/** What a run of tests comes to. Declared from the best to the worst. */
@RegisterForReflection
public enum Verdict {
    /** All that had to be run was run to its end, at least one test passed, none failed, and nothing speaks against believing it. */
    PASSED,
    /** There is no test, or none that says anything: all were skipped or expected to fail. */
    NO_TESTS,
    /** A test did not pass. */
    FAILED,
    /** It could not be built, the run did not come to its end, or not all tests that there are were run, so that nobody knows. */
    BROKEN,
    /** The code under test interfered with how outcomes come about or are reported; none of them can be believed. */
    TAMPERED;

    /** The worse of the two. */
    Verdict or(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** In lower case, for JSON and for people. */
    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
