package io.ymera.examination.quality;

import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Locale;

/**
 * A condition that code has to meet, whatever its scores.
 *
 * @param name {@code no_tampering}, {@code builds}, {@code tests}, {@code coverage}, {@code examined} or {@code threshold}
 * @param status whether it is met
 * @param reason what was seen, as a sentence
 * @param evidence as in {@link Deduction}
 */
@RegisterForReflection
public record Gate(String name, Status status, String reason, List<String> evidence) {

    private static final int MOST_EVIDENCE = 50;

    /** Copies and cuts the list. */
    public Gate {
        evidence = List.copyOf(evidence.subList(0, Math.min(evidence.size(), MOST_EVIDENCE)));
    }

    /** Whether a condition is met. */
    @RegisterForReflection
    public enum Status {
        /** It is. */
        PASSED,
        /** It is not. */
        FAILED,
        /** Nobody knows, because something could not be examined. */
        UNKNOWN;

        /** In lower case, for JSON. */
        @JsonValue
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
