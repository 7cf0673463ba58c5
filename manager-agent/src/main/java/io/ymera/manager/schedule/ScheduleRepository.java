package io.ymera.manager.schedule;

import static java.time.ZoneOffset.UTC;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Singleton
class ScheduleRepository {

    /** The columns that hold what the owner said. */
    static final String DEFINITION = "name, cron, time_zone, task::text, overlap, catch_up, paused, ends_at, max_runs";

    private static final String INSERT = """
            INSERT INTO schedules (id, owner, name, cron, time_zone, task, overlap, catch_up, paused, ends_at, max_runs,
                                   next_run_at, created_at, updated_at)
            SELECT $1::uuid, $2::text, $3::text, $4::text, $5::text, $6::text::json, $7::text, $8::text, $9::boolean,
                   $10::timestamptz, $11::int, $12::timestamptz, $13::timestamptz, $13::timestamptz
             WHERE (SELECT count(*) FROM schedules WHERE owner = $2) < $14
            RETURNING %s, %s
            """.formatted(ScheduleView.COLUMNS, ScheduleView.BODY);

    private static final String FIND = """
            SELECT %s, %s FROM schedules WHERE id = $1 AND ($2::text IS NULL OR owner = $2)
            """.formatted(ScheduleView.COLUMNS, ScheduleView.BODY);

    private static final String LIST = """
            SELECT %s FROM schedules
             WHERE ($1::text IS NULL OR owner = $1) AND ($2::uuid IS NULL OR id < $2)
             ORDER BY id DESC LIMIT $3
            """.formatted(ScheduleView.COLUMNS);

    private static final String LOCK = """
            SELECT owner, runs, next_run_at, %s FROM schedules
             WHERE id = $1 AND ($2::text IS NULL OR owner = $2) FOR UPDATE
            """.formatted(DEFINITION);

    private static final String UPDATE = """
            UPDATE schedules
               SET name = $2, cron = $3, time_zone = $4, task = $5::text::json, overlap = $6, catch_up = $7, paused = $8,
                   ends_at = $9, max_runs = $10, next_run_at = $11, updated_at = $12
             WHERE id = $1
            RETURNING %s, %s
            """.formatted(ScheduleView.COLUMNS, ScheduleView.BODY);

    private static final String DELETE = """
            DELETE FROM schedules WHERE id = $1 AND ($2::text IS NULL OR owner = $2)
            """;

    private static final String DUE = """
            SELECT %s FROM schedules
             WHERE next_run_at <= $1 AND ($2::uuid IS NULL OR id = $2)
             ORDER BY next_run_at LIMIT $3 FOR UPDATE SKIP LOCKED
            """.formatted(DueSchedule.COLUMNS);

    private static final String DUE_IDS = """
            SELECT id FROM schedules WHERE next_run_at <= $1 ORDER BY next_run_at LIMIT $2
            """;

    private static final String NOT_ENDED = """
            SELECT id FROM tasks WHERE id = ANY ($1) AND status NOT IN ('completed', 'failed', 'cancelled')
            """;

    private static final String RAN = """
            UPDATE schedules
               SET next_run_at = $2, runs = runs + 1, last_run_at = $3,
                   recent_task_ids = ($4::uuid || recent_task_ids)[1:10]
             WHERE id = $1
            """;

    private static final String SKIPPED = """
            UPDATE schedules
               SET next_run_at = $2, skips = skips + 1, last_skip_at = $3, last_skip_reason = $4, last_skip_detail = $5
             WHERE id = $1
            """;

    private static final String STOP = """
            UPDATE schedules
               SET next_run_at = NULL, skips = skips + 1, last_skip_at = $2, last_skip_reason = 'refused', last_skip_detail = $3
             WHERE id = $1
            """;

    private final Pool pool;
    private final ObjectMapper json;
    private final Clock clock;

    ScheduleRepository(Pool pool, ObjectMapper json, Clock clock) {
        this.pool = pool;
        this.json = json;
        this.clock = clock;
    }

    /** Empty if the owner has {@code most} or more. */
    Uni<Optional<ScheduleView>> insert(
            SqlClient client, UUID id, String owner, ScheduleDefinition definition, @Nullable Instant next, int most) {
        return client.preparedQuery(INSERT)
                .execute(Tuple.of(id, owner, definition.name(), definition.cron(), definition.timeZone())
                        .addValue(text(definition.task()))
                        .addValue(definition.overlap().wireName())
                        .addValue(definition.catchUp().wireName())
                        .addValue(definition.paused())
                        .addValue(time(definition.endsAt()))
                        .addValue(definition.maxRuns())
                        .addValue(time(next))
                        .addValue(now())
                        .addValue(most))
                .map(rows -> rows.stream().map(ScheduleView::from).findFirst());
    }

    /** @param owner whose schedule it must be, or null for anybody's */
    Uni<Optional<ScheduleView>> find(UUID id, @Nullable String owner) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(id, owner))
                .map(rows -> rows.stream().map(ScheduleView::from).findFirst());
    }

    /** The newest first; {@code before} is the last id of the page before this one, or null for the first page. */
    Uni<List<ScheduleView>> list(@Nullable String owner, @Nullable UUID before, int limit) {
        return pool.preparedQuery(LIST)
                .execute(Tuple.of(owner, before, limit))
                .map(rows -> rows.stream().map(ScheduleView::from).toList());
    }

    /**
     * A schedule that nobody else changes or fires until the transaction ends.
     *
     * @param runs how often it has run
     * @param next when it is due, or null
     */
    record Locked(
            String owner,
            ScheduleDefinition definition,
            int runs,
            @Nullable Instant next) {}

    /** @param owner whose schedule it must be, or null for anybody's */
    Uni<Optional<Locked>> lock(SqlClient transaction, UUID id, @Nullable String owner) {
        return transaction.preparedQuery(LOCK).execute(Tuple.of(id, owner)).map(rows -> rows.stream()
                .map(row -> new Locked(
                        row.getString("owner"),
                        definition(row),
                        row.getInteger("runs"),
                        instant(row.getOffsetDateTime("next_run_at"))))
                .findFirst());
    }

    Uni<ScheduleView> update(SqlClient transaction, UUID id, ScheduleDefinition definition, @Nullable Instant next) {
        return transaction
                .preparedQuery(UPDATE)
                .execute(Tuple.of(id, definition.name(), definition.cron(), definition.timeZone())
                        .addValue(text(definition.task()))
                        .addValue(definition.overlap().wireName())
                        .addValue(definition.catchUp().wireName())
                        .addValue(definition.paused())
                        .addValue(time(definition.endsAt()))
                        .addValue(definition.maxRuns())
                        .addValue(time(next))
                        .addValue(now()))
                .map(rows -> ScheduleView.from(rows.iterator().next()));
    }

    /**
     * Says whether there was one.
     *
     * @param owner whose schedule it must be, or null for anybody's
     */
    Uni<Boolean> delete(UUID id, @Nullable String owner) {
        return pool.preparedQuery(DELETE).execute(Tuple.of(id, owner)).map(rows -> rows.rowCount() == 1);
    }

    /**
     * Schedules whose time has come, the longest due first, without those that another manager is busy with. They are its
     * caller's until the transaction ends.
     *
     * @param only which one, or null for any
     */
    Uni<List<DueSchedule>> due(SqlClient transaction, Instant now, @Nullable UUID only, int limit) {
        return transaction
                .preparedQuery(DUE)
                .execute(Tuple.of(now.atOffset(UTC), only, limit))
                .map(rows -> rows.stream()
                        .map(row -> DueSchedule.from(row, definition(row)))
                        .toList());
    }

    Uni<List<UUID>> dueIds(Instant now, int limit) {
        return pool.preparedQuery(DUE_IDS)
                .execute(Tuple.of(now.atOffset(UTC), limit))
                .map(rows -> rows.stream().map(row -> row.getUUID(0)).toList());
    }

    /** Those of {@code tasks} that have not ended. */
    Uni<Set<UUID>> notEnded(SqlClient transaction, List<UUID> tasks) {
        if (tasks.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        return transaction
                .preparedQuery(NOT_ENDED)
                .execute(Tuple.of(tasks.toArray(UUID[]::new)))
                .map(rows -> {
                    Set<UUID> found = new HashSet<>();
                    rows.forEach(row -> found.add(row.getUUID(0)));
                    return found;
                });
    }

    /** Moves schedules on. */
    Uni<Void> moveOn(SqlClient transaction, List<? extends Firing> firings, Instant now) {
        List<Tuple> ran = firings.stream()
                .filter(Firing.Run.class::isInstance)
                .map(Firing.Run.class::cast)
                .map(run -> Tuple.of(
                        run.schedule(),
                        time(run.next()),
                        now.atOffset(UTC),
                        run.task().id()))
                .toList();
        List<Tuple> skipped = firings.stream()
                .filter(Firing.Skip.class::isInstance)
                .map(Firing.Skip.class::cast)
                .map(skip ->
                        Tuple.of(skip.schedule(), time(skip.next()), now.atOffset(UTC), skip.reason(), skip.detail()))
                .toList();
        return batch(transaction, RAN, ran).chain(() -> batch(transaction, SKIPPED, skipped));
    }

    /** Lets a schedule not run any more, until its owner changes it. */
    Uni<Void> stop(UUID id, String why) {
        return pool.preparedQuery(STOP).execute(Tuple.of(id, now(), why)).replaceWithVoid();
    }

    private static Uni<Void> batch(SqlClient client, String sql, List<Tuple> rows) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : client.preparedQuery(sql).executeBatch(rows).replaceWithVoid();
    }

    private ScheduleDefinition definition(Row row) {
        return new ScheduleDefinition(
                row.getString("name"),
                row.getString("cron"),
                row.getString("time_zone"),
                template(row.getString("task")),
                OverlapPolicy.of(row.getString("overlap")),
                CatchUp.of(row.getString("catch_up")),
                row.getBoolean("paused"),
                instant(row.getOffsetDateTime("ends_at")),
                row.getInteger("max_runs"));
    }

    private TaskTemplate template(String text) {
        try {
            return json.readValue(text, TaskTemplate.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("A stored schedule can't be read", e);
        }
    }

    private String text(TaskTemplate template) {
        try {
            return json.writeValueAsString(template);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(UTC);
    }
}
