package io.ymera.examination.quality;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an earlier verification said.
 *
 * @param at when, in UTC as RFC 3339 has it, for example {@code 2026-11-25T10:00:00Z}
 * @param overall its overall score; null if it had none
 * @param code and so on: its scores; null where it had none
 */
@RegisterForReflection
public record PreviousScores(
        @NotNull @Pattern(regexp = "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,9})?Z$")
        String at,

        @Nullable @DecimalMin("0") @DecimalMax("100") Double overall,
        @Nullable @DecimalMin("0") @DecimalMax("100") Double code,
        @Nullable @DecimalMin("0") @DecimalMax("100") Double security,
        @Nullable @DecimalMin("0") @DecimalMax("100") Double performance,
        @Nullable @DecimalMin("0") @DecimalMax("100") Double documentation) {

    @Nullable
    Double of(ScoreName name) {
        return switch (name) {
            case CODE -> code;
            case SECURITY -> security;
            case PERFORMANCE -> performance;
            case DOCUMENTATION -> documentation;
        };
    }
}
