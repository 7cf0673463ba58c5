package io.ymera.manager.callback;

import static java.time.ZoneOffset.UTC;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import io.ymera.manager.callback.Lanes.Candidate;
import io.ymera.manager.callback.Lanes.Receiver;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Singleton
class CallbackRepository {

    /** Its text is put together by hand: the result is to stay as it is, and json_strip_nulls would look into it. */
    private static final String INSERT = """
            INSERT INTO callbacks (id, task_id, sequence, owner, url, host, type, body, status, due_at, created_at)
            SELECT ended.id, tasks.id, event_sequence, owner, callback_url, ended.host, 'task.' || status,
                   '{"type":"task.' || status || '","task_id":"' || tasks.id || '","name":' || to_json(name)
                   || ',"task_type":"' || task_type || '","status":"' || status
                   || '","at":"' || to_char(coalesce(finished_at, $4) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
                   || '","sequence":' || event_sequence || ',"attempt":' || attempt
                   || CASE WHEN status = 'completed' AND octet_length(result::text) <= $5 THEN ',"result":' || result::text
                           WHEN status = 'completed' AND result IS NOT NULL THEN ',"result_left_out":true'
                           WHEN status = 'failed' AND octet_length(failure::text) <= $5 THEN ',"failure":' || failure::text
                           ELSE '' END
                   || '}',
                   'pending', $4, $4
              FROM unnest($1::uuid[], $2::uuid[], $3::text[]) AS ended (id, task_id, host) JOIN tasks ON tasks.id = ended.task_id
             WHERE callback_url IS NOT NULL
            ON CONFLICT (task_id, sequence) DO NOTHING
            """;

    /**
     * Some that are due, of every owner and every host of theirs that is not busy: a look into the index per host of an owner,
     * however many callbacks there are for it, and for up to 200 hosts each, so that an owner with many holds up only themselves.
     * Owners take turns, in an order left to chance, so that nobody is always last.
     */
    private static final String CANDIDATES = """
            WITH RECURSIVE owners AS (
                (SELECT owner FROM callbacks WHERE due_at IS NOT NULL ORDER BY owner LIMIT 1)
                UNION ALL
                SELECT (SELECT owner FROM callbacks WHERE due_at IS NOT NULL AND owner > owners.owner ORDER BY owner LIMIT 1)
                  FROM owners WHERE owners.owner IS NOT NULL),
            candidates AS (
                SELECT next.id, owners.owner, receivers.host,
                       row_number() OVER (PARTITION BY owners.owner ORDER BY next.due_at) AS turn
                  FROM owners
                 CROSS JOIN LATERAL (
                        WITH RECURSIVE hosts AS (
                            (SELECT host, 1 AS number FROM callbacks
                              WHERE due_at IS NOT NULL AND owner = owners.owner ORDER BY host LIMIT 1)
                            UNION ALL
                            SELECT (SELECT host FROM callbacks
                                     WHERE due_at IS NOT NULL AND owner = owners.owner AND host > hosts.host
                                     ORDER BY host LIMIT 1), number + 1
                              FROM hosts WHERE hosts.host IS NOT NULL AND number < 200)
                        SELECT host FROM hosts WHERE host IS NOT NULL) AS receivers
                 CROSS JOIN LATERAL (
                        SELECT id, due_at FROM callbacks
                         WHERE owner = owners.owner AND host = receivers.host AND due_at <= $1
                         ORDER BY due_at LIMIT $5) AS next
                 WHERE owners.owner <> ALL ($2)
                   AND NOT EXISTS (SELECT FROM unnest($3::text[], $4::text[]) AS busy (owner, host)
                                    WHERE busy.owner = owners.owner AND busy.host = receivers.host))
            SELECT id, owner, host FROM candidates WHERE turn <= $5 ORDER BY turn, random() LIMIT $6
            """;

    private static final String PENDING = """
            SELECT count(*), min(created_at) FROM callbacks WHERE due_at IS NOT NULL
            """;

    private static final String CLAIM = """
            WITH due AS MATERIALIZED (
                SELECT id AS due_id FROM callbacks WHERE id = ANY ($1) AND due_at <= $2 FOR UPDATE SKIP LOCKED)
            UPDATE callbacks SET attempts = attempts + 1, due_at = $3
              FROM due LEFT JOIN LATERAL (
                    SELECT %1$s FROM callback_secrets AS kept
                     WHERE kept.owner = (SELECT owner FROM callbacks WHERE id = due_id)) AS secrets ON true
             WHERE id = due_id
            RETURNING id, owner, host, url, body, attempts, callbacks.created_at, %1$s
            """.formatted(StoredSecrets.COLUMNS);

    private static final String RECORD = """
            WITH changed AS (
                UPDATE callbacks SET status = $3, due_at = $4, finished_at = CASE WHEN $4::timestamptz IS NULL THEN $9::timestamptz END
                 WHERE id = $1 AND attempts = $2 AND status = 'pending'
                RETURNING id)
            INSERT INTO callback_attempts (callback_id, attempt, at, millis, status_code, error)
            SELECT id, $2, $5, $6, $7, $8 FROM changed
            """;

    private static final String PUT_BACK = """
            UPDATE callbacks SET due_at = $2 WHERE id = ANY ($1) AND status = 'pending'
            """;

    private static final String OF_TASK = """
            SELECT callbacks.id, type, sequence, url, callbacks.status, callbacks.created_at, due_at, callbacks.finished_at,
                   attempt, at, millis, status_code, error
              FROM callbacks LEFT JOIN callback_attempts ON callback_id = callbacks.id
             WHERE task_id = $1 AND ($2::text IS NULL OR owner = $2)
             ORDER BY sequence, attempt
            """;

    private static final String HAS_TASK = """
            SELECT FROM tasks WHERE id = $1 AND ($2::text IS NULL OR owner = $2)
            """;

    private final Pool pool;

    CallbackRepository(Pool pool) {
        this.pool = pool;
    }

    /** A callback for a task that has just ended. */
    record NewCallback(UUID id, UUID taskId, String host) {}

    /** Results and failures of more than {@code most} bytes are left out of the body. */
    Uni<Void> insert(SqlClient transaction, List<NewCallback> callbacks, Instant now, int most) {
        return transaction
                .preparedQuery(INSERT)
                .execute(Tuple.of(
                        callbacks.stream().map(NewCallback::id).toArray(UUID[]::new),
                        callbacks.stream().map(NewCallback::taskId).toArray(UUID[]::new),
                        callbacks.stream().map(NewCallback::host).toArray(String[]::new),
                        now.atOffset(UTC),
                        most))
                .replaceWithVoid();
    }

    /**
     * Callbacks that are not over.
     *
     * @param oldest when the oldest of them was made, or null if there is none
     */
    record Pending(long callbacks, @Nullable Instant oldest) {}

    Uni<Pending> pending() {
        return pool.preparedQuery(PENDING).execute().map(rows -> {
            Row row = rows.iterator().next();
            return new Pending(row.getLong(0), instant(row.getOffsetDateTime(1)));
        });
    }

    /** Callbacks that are due, without those for which there is no lane; at most {@code ofEach} of each owner. */
    Uni<List<Candidate>> candidates(
            Instant now, Collection<String> busyOwners, Collection<Receiver> busy, int ofEach, int most) {
        return pool.preparedQuery(CANDIDATES)
                .execute(Tuple.of(
                        now.atOffset(UTC),
                        busyOwners.toArray(String[]::new),
                        busy.stream().map(Receiver::owner).toArray(String[]::new),
                        busy.stream().map(Receiver::host).toArray(String[]::new),
                        ofEach,
                        most))
                .map(rows -> rows.stream()
                        .map(row -> new Candidate(
                                row.getUUID("id"), new Receiver(row.getString("owner"), row.getString("host"))))
                        .toList());
    }

    /**
     * Makes callbacks the caller's, but for those that are no longer due or that somebody else is about to claim. Those of
     * which it is not heard by {@code leaseEnd} are due again.
     */
    Uni<List<Parcel>> claim(List<UUID> ids, Instant now, Instant leaseEnd) {
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.of(ids.toArray(UUID[]::new), now.atOffset(UTC), leaseEnd.atOffset(UTC)))
                .map(rows -> rows.stream().map(Parcel::from).toList());
    }

    /**
     * Notes what came of an attempt, unless the callback has been claimed again since.
     *
     * @param next when to try again, null if the callback is over
     */
    Uni<Void> record(
            Parcel parcel,
            CallbackStatus status,
            @Nullable Instant next,
            Instant begun,
            Duration took,
            Answer answer,
            Instant now) {
        DeliveryError error = answer.error();
        return pool.preparedQuery(RECORD)
                .execute(Tuple.of(parcel.id(), parcel.attempt(), status.wireName())
                        .addValue(next == null ? null : next.atOffset(UTC))
                        .addValue(begun.atOffset(UTC))
                        .addValue(Math.toIntExact(took.toMillis()))
                        .addValue(answer.statusCode())
                        .addValue(error == null ? null : error.code())
                        .addValue(now.atOffset(UTC)))
                .replaceWithVoid();
    }

    /** Makes claimed callbacks due, for another manager. */
    Uni<Void> putBack(Collection<UUID> ids, Instant now) {
        return pool.preparedQuery(PUT_BACK)
                .execute(Tuple.of(ids.toArray(UUID[]::new), now.atOffset(UTC)))
                .replaceWithVoid();
    }

    /**
     * The callbacks of a task, oldest first; empty if there is no such task.
     *
     * @param owner whose task it must be, or null for anybody's
     */
    Uni<Optional<List<CallbackView>>> ofTask(UUID task, @Nullable String owner) {
        return pool.preparedQuery(OF_TASK).execute(Tuple.of(task, owner)).chain(rows -> {
            if (rows.size() > 0) {
                return Uni.createFrom().item(Optional.of(views(rows)));
            }
            return pool.preparedQuery(HAS_TASK)
                    .execute(Tuple.of(task, owner))
                    .map(found -> found.size() > 0 ? Optional.of(List.of()) : Optional.empty());
        });
    }

    private static List<CallbackView> views(Iterable<Row> rows) {
        Map<UUID, CallbackView> views = new LinkedHashMap<>();
        for (Row row : rows) {
            CallbackView view = views.computeIfAbsent(row.getUUID("id"), id -> view(id, row));
            if (row.getInteger("attempt") != null) {
                view.attempts().add(attempt(row));
            }
        }
        return List.copyOf(views.values());
    }

    private static CallbackView view(UUID id, Row row) {
        return new CallbackView(
                id,
                row.getString("type"),
                row.getLong("sequence"),
                row.getString("url"),
                CallbackStatus.of(row.getString("status")),
                row.getOffsetDateTime("created_at").toInstant(),
                instant(row.getOffsetDateTime("due_at")),
                instant(row.getOffsetDateTime("finished_at")),
                new ArrayList<>());
    }

    private static CallbackView.Attempt attempt(Row row) {
        String code = row.getString("error");
        return new CallbackView.Attempt(
                row.getInteger("attempt"),
                row.getOffsetDateTime("at").toInstant(),
                row.getInteger("millis"),
                row.getInteger("status_code"),
                code == null
                        ? null
                        : new CallbackView.Reason(
                                code,
                                DeliveryError.of(code)
                                        .map(DeliveryError::message)
                                        .orElse(code)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
