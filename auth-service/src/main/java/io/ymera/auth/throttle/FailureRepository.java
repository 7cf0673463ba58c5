package io.ymera.auth.throttle;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.ymera.auth.throttle.ThrottleSettings.Limit;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table {@code login_failures}. */
@Singleton
class FailureRepository {

    /**
     * $1 key, $2 now, $3 free failures, $4 first and $5 longest pause, $6 time in which one is forgiven, all in seconds. A row
     * that is blocked stays as it is, and none comes back.
     */
    private static final String COUNT = """
            insert into login_failures as f (key, failures, blocked_until, updated_at, forgotten_at)
            values ($1, 1, case when $3::float8 <= 1 then $2::timestamptz + make_interval(secs => $4::float8) end,
                $2, $2::timestamptz + make_interval(secs => greatest($6::float8, $5::float8)))
            on conflict (key) do update
            set (failures, blocked_until, updated_at, forgotten_at) = (
                select failures,
                    case when pause > 0 then $2::timestamptz + make_interval(secs => pause) end,
                    $2,
                    $2::timestamptz + make_interval(secs => greatest(failures * $6::float8, pause))
                from (
                    select failures,
                        case when ceil(failures) < $3::float8 then 0
                        else least($5::float8, $4::float8 * power(2, least(ceil(failures) - $3::float8, 40))) end as pause
                    from (
                        select 1 + greatest(
                            0,
                            f.failures - greatest(0, extract(epoch from $2 - f.updated_at)) / $6::float8) as failures
                    ) counted
                ) judged
            )
            where f.blocked_until is null or f.blocked_until <= $2
            returning blocked_until
            """;

    private static final String BLOCKED_UNTIL = """
            select blocked_until from login_failures where key = $1 and blocked_until > $2
            """;

    // The block goes too if it was put on by this attempt (and those before had let it through), or is no longer due
    private static final String GIVE_BACK = """
            update login_failures
            set failures = greatest(0, failures - 1),
                blocked_until = case
                    when updated_at = $2 or ceil(failures - 1) < $3::float8 then null
                    else blocked_until end
            where key = $1
            """;

    private static final String FORGET = """
            delete from login_failures where key = $1
            """;

    private static final String FORGET_OLD = """
            delete from login_failures where forgotten_at <= $1
            """;

    private final Pool pool;

    FailureRepository(Pool pool) {
        this.pool = pool;
    }

    /**
     * What became of a count.
     *
     * @param counted false if the key was blocked
     * @param blockedUntil until when it is blocked, now that it was counted or already before; null if it is not
     */
    record Count(boolean counted, @Nullable Instant blockedUntil) {}

    /** Counts a failure of {@code key} before it happens; of many at once, no more pass than are free. */
    Uni<Count> count(byte[] key, Instant now, Limit limit) {
        Tuple values = Tuple.of(
                Buffer.buffer(key),
                utc(now),
                (double) limit.failures(),
                seconds(limit.firstPause()),
                seconds(limit.longestPause()),
                seconds(limit.forgiveEvery()));
        return pool.preparedQuery(COUNT)
                .execute(values)
                .chain(rows -> rows.rowCount() == 1
                        ? Uni.createFrom()
                                .item(new Count(true, blockedUntil(rows).orElse(null)))
                        : blocked(key, now));
    }

    private Uni<Count> blocked(byte[] key, Instant now) {
        return pool.preparedQuery(BLOCKED_UNTIL)
                .execute(Tuple.of(Buffer.buffer(key), utc(now)))
                // Gone again in this moment: whoever tries again soon gets through
                .map(rows -> new Count(false, blockedUntil(rows).orElse(now)));
    }

    /** Takes back what {@link #count} did at {@code then}. */
    Uni<Void> giveBack(byte[] key, Instant then, Limit limit) {
        return pool.preparedQuery(GIVE_BACK)
                .execute(Tuple.of(Buffer.buffer(key), utc(then), (double) limit.failures()))
                .replaceWithVoid();
    }

    Uni<Void> forget(byte[] key) {
        return pool.preparedQuery(FORGET).execute(Tuple.of(Buffer.buffer(key))).replaceWithVoid();
    }

    /** Deletes what does not matter any more. */
    Uni<Void> forgetOld(Instant now) {
        return pool.preparedQuery(FORGET_OLD).execute(Tuple.of(utc(now))).replaceWithVoid();
    }

    private static Optional<Instant> blockedUntil(RowSet<Row> rows) {
        return rows.stream()
                .findFirst()
                .flatMap(row -> Optional.ofNullable(row.getOffsetDateTime("blocked_until")))
                .map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
