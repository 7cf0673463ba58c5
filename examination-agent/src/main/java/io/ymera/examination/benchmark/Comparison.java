package io.ymera.examination.benchmark;

import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Locale;

/** A benchmark beside its baseline. */
@RegisterForReflection
public enum Comparison {
    /** There is no baseline for it. */
    NO_BASELINE,
    /** The difference is within the tolerance, or within the spread of what was measured. */
    SAME,
    /** Beyond both. */
    FASTER,
    /** Beyond both: a regression. */
    SLOWER,
    /** It could not be measured. */
    UNKNOWN;

    /**
     * Compares.
     *
     * @param baseline seconds of a call, or NaN if there are none
     * @param tolerance a share of the baseline, for example 0.1
     */
    static Comparison of(Rounds now, double baseline, double tolerance) {
        if (Double.isNaN(baseline)) {
            return NO_BASELINE;
        }
        double difference = now.median() - baseline;
        if (Math.abs(difference) <= baseline * tolerance || Math.abs(difference) <= now.spread()) {
            return SAME;
        }
        return difference > 0 ? SLOWER : FASTER;
    }

    /** In lower case, for JSON. */
    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
