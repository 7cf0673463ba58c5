package io.ymera.manager.report;

import static java.util.Objects.requireNonNullElse;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * How long a task may take.
 *
 * @param run one attempt, from its start
 * @param queue to get a slot, from when it may have one; null for as long as it takes
 * @param total until it has ended, from {@code begunAt}; null for as long as it takes
 * @param begunAt when it was handed in, or queued again
 */
record TimeLimits(
        Duration run, @Nullable Duration queue, @Nullable Duration total, Instant begunAt) {

    static final String COLUMNS = "run_timeout_s, queue_timeout_s, total_timeout_s, created_at, redriven_at";

    /** Reads {@link #COLUMNS}. */
    static TimeLimits from(Row row) {
        OffsetDateTime created = row.getOffsetDateTime("created_at");
        return new TimeLimits(
                Duration.ofSeconds(row.getInteger("run_timeout_s")),
                seconds(row.getInteger("queue_timeout_s")),
                seconds(row.getInteger("total_timeout_s")),
                requireNonNullElse(row.getOffsetDateTime("redriven_at"), created)
                        .toInstant());
    }

    /**
     * When to look at a task that runs from {@code start} on.
     *
     * @param grace for its agent, which stops it by itself when its time is up, to say so
     */
    Instant whileRunning(Instant start, Duration grace) {
        return earliest(start.plus(run).plus(grace), total == null ? null : begunAt.plus(total));
    }

    /** When to look at a task that may have a slot from {@code available} on; null for never. */
    @Nullable
    Instant whileWaiting(Instant available) {
        Instant inTotal = total == null ? null : begunAt.plus(total);
        return queue == null ? inTotal : earliest(available.plus(queue), inTotal);
    }

    boolean isTotalUp(Instant now) {
        return total != null && !now.isBefore(begunAt.plus(total));
    }

    private static Instant earliest(Instant one, @Nullable Instant other) {
        return other == null || one.isBefore(other) ? one : other;
    }

    private static @Nullable Duration seconds(@Nullable Integer seconds) {
        return seconds == null ? null : Duration.ofSeconds(seconds);
    }
}
