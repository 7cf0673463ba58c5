package io.ymera.manager.schedule;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a client says about a schedule; the body of {@code POST /schedules}.
 *
 * @param name what the client calls it and its tasks, 1 to 200 characters
 * @param cron see {@link CronExpression}
 * @param timeZone a name in the IANA time zone database; null counts as UTC
 * @param task what is queued each time
 * @param overlap null counts as {@code skip}: a schedule that outruns the agents would fill the queue otherwise
 * @param catchUp null counts as {@code none}
 * @param paused whether it rests; null counts as no
 * @param endsAt the last moment at which it may be due; null for no end
 * @param maxRuns how often it may run; null for no limit
 */
@RegisterForReflection
record ScheduleDefinition(
        @NotBlank @Size(max = 200) @Pattern(regexp = NO_NUL, message = NO_NUL_MESSAGE)
        String name,

        @NotNull String cron,
        String timeZone,
        @NotNull @Valid TaskTemplate task,
        OverlapPolicy overlap,
        CatchUp catchUp,
        Boolean paused,
        @Nullable Instant endsAt,
        @Min(1) @Max(1_000_000_000) @Nullable Integer maxRuns) {

    /** PostgreSQL's text has no room for U+0000. */
    static final String NO_NUL = "[^\\x00]*";

    static final String NO_NUL_MESSAGE = "must not hold the character U+0000";

    ScheduleDefinition {
        timeZone = Objects.requireNonNullElse(timeZone, "UTC");
        overlap = Objects.requireNonNullElse(overlap, OverlapPolicy.SKIP);
        catchUp = Objects.requireNonNullElse(catchUp, CatchUp.NONE);
        paused = Objects.requireNonNullElse(paused, false);
    }

    /** Whether both come at the same times. */
    boolean hasSameTimes(ScheduleDefinition other) {
        return cron.equals(other.cron)
                && timeZone.equals(other.timeZone)
                && paused.equals(other.paused)
                && Objects.equals(endsAt, other.endsAt)
                && Objects.equals(maxRuns, other.maxRuns);
    }
}
