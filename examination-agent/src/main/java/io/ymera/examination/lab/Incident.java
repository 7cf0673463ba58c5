package io.ymera.examination.lab;

import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that examined code tried and that honest code does not do by accident, or a limit that it reached.
 *
 * @param kind what it was
 * @param test which test was running, if that is known
 * @param detail what was seen, for people
 */
@RegisterForReflection
public record Incident(Kind kind, @Nullable String test, String detail) {

    /** What was tried. */
    @RegisterForReflection
    public enum Kind {
        /** Wrote to the channel on which outcomes are reported, without the seal. */
        FORGED_REPORT(true),
        /** Changed the test framework, so that outcomes would not be what happened. */
        ALTERED_FRAMEWORK(true),
        /** What the framework reported is not what the test did. */
        ALTERED_OUTCOME(true),
        /** A test that must fail passed, or one that must pass failed: whatever else passed means nothing. */
        FAILED_CONTROL(true),
        /** Ended the runner before the tests were done. */
        ENDED_RUNNER(false),
        /** Tried to reach a network. */
        NETWORK(false),
        /** Tried to read or write a file that is none of the project's or the system's. */
        FOREIGN_FILE(false),
        /** Tried to send a signal to, or to look into, a process that is not its own. */
        FOREIGN_PROCESS(false),
        /** Looked for the runner's secrets in memory. */
        MEMORY_SEARCH(false),
        /** Used up its memory. */
        MEMORY_LIMIT(false),
        /** Used up the room for files. */
        DISK_LIMIT(false),
        /** Used up its processes. */
        PROCESS_LIMIT(false),
        /** Used up its time. */
        TIME_LIMIT(false),
        /** Wrote more than is read. */
        OUTPUT_LIMIT(false);

        private final boolean tampering;

        Kind(boolean tampering) {
            this.tampering = tampering;
        }

        /** Whether no outcome of the run can be believed any more. */
        public boolean tampering() {
            return tampering;
        }

        /** In lower case, for JSON. */
        @JsonValue
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
