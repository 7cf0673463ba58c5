package io.ymera.examination.testing;

import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Locale;

/** How a test ended, in the words of pytest. */
@RegisterForReflection
public enum Outcome {
    /** As it should. */
    PASSED,
    /** An assertion did not hold. */
    FAILED,
    /** Something else went wrong: in the test, its set-up or clean-up, or while its file was loaded. */
    ERROR,
    /** Not run, on purpose. */
    SKIPPED,
    /** Marked as failing, and failed. */
    XFAILED,
    /** Marked as failing, and passed. */
    XPASSED,
    /** Took longer than a test may, and was stopped from outside; an error in the totals. */
    TIMED_OUT,
    /** Took the whole runner down with it; an error in the totals. */
    CRASHED;

    /** Whether a run with such a test has failed, whatever the framework. */
    public boolean bad() {
        return this == FAILED || isError();
    }

    boolean isError() {
        return this == ERROR || this == TIMED_OUT || this == CRASHED;
    }

    /** In lower case, for JSON and for people. */
    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
