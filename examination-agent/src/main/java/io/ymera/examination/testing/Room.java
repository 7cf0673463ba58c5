package io.ymera.examination.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.ymera.contracts.Json;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a report below a number of bytes of JSON, whatever is written: first the texts of later failures are left out, then
 * passed tests, then all. Thread-safe.
 */
final class Room {

    private final int bytes;
    private int used;
    private int turnedAway;

    /** Of so many bytes. */
    Room(int bytes) {
        this.bytes = bytes;
    }

    /** The test as it can be listed, or null if it can only be counted. */
    synchronized @Nullable TestRun admit(TestRun test) {
        TestRun listed = test;
        int size = size(listed);
        if (used + size > bytes / 5 * 3 && test.failure() != null) {
            listed = new TestRun(
                    test.id(), test.outcome(), test.durationSeconds(), "(left out: the report would be too long)");
            size = size(listed);
        }
        if (used + size > (test.outcome() == Outcome.PASSED ? bytes / 5 * 4 : bytes)) {
            turnedAway++;
            return null;
        }
        used += size;
        return listed;
    }

    /** How many tests could only be counted. */
    synchronized int turnedAway() {
        return turnedAway;
    }

    private static int size(TestRun test) {
        try {
            return Json.mapper().writeValueAsBytes(test).length + 1;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A cleaned test can't be written", e);
        }
    }
}
