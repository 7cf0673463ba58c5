package io.ymera.examination.quality;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of the four scores.
 *
 * @param name which
 * @param value 100 less all deductions, not below 0; null if nothing was examined
 * @param weight its part of the overall score as configured
 * @param counted its part of the overall score here, where the weights of scores that are null are spread over the others
 * @param deductions every lost point
 * @param notExamined why it is null, or what of it could not be examined; null if all was
 */
@RegisterForReflection
public record Score(
        ScoreName name,
        @Nullable Double value,
        double weight,
        double counted,
        List<Deduction> deductions,
        @Nullable String notExamined) {

    /** Copies the list. */
    public Score {
        deductions = List.copyOf(deductions);
    }
}
