package io.ymera.manager.payload;

import static java.time.ZoneOffset.UTC;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/**
 * A service sees tasks of the types that an agent of its serves. It holds an attempt if that is the task's current one and
 * an agent of its has said that it runs it, or none has said so yet.
 */
@Singleton
class PayloadRepository {

    private static final String VISIBLE = """
            WITH task AS (
                SELECT parameters,
                       attempt = $2 AND fencing_token = $3 AND status IN ('dispatched', 'running')
                           AND (agent_id IS NULL OR EXISTS (SELECT FROM agents WHERE agents.id = agent_id AND owner = $4))
                           AS held
                  FROM tasks
                 WHERE tasks.id = $1
                   AND EXISTS (SELECT FROM agents, unnest(capabilities, capability_versions) AS served (name, version)
                                WHERE agents.owner = $4 AND served.name = task_type AND served.version = tasks.version))
            """;

    private static final String PARAMETERS = VISIBLE + """
            SELECT held, CASE WHEN held THEN parameters::text END AS parameters FROM task
            """;

    private static final String STORE = VISIBLE + """
            , stored AS (
                INSERT INTO stored_results (fencing_token, task_id, result, stored_at)
                SELECT $3, $1, $5::text::json, $6 FROM task WHERE held
                ON CONFLICT (fencing_token) DO UPDATE SET result = excluded.result, stored_at = excluded.stored_at)
            SELECT held FROM task
            """;

    private final Pool pool;
    private final Clock clock;

    PayloadRepository(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /**
     * What there is for somebody who says to hold an attempt.
     *
     * @param held whether that is so
     * @param parameters JSON as text; empty if it is not held
     */
    record Found(boolean held, Optional<String> parameters) {}

    /** Empty if the holder's service may not know that there is such a task. */
    Uni<Optional<Found>> parameters(Holder holder) {
        return pool.preparedQuery(PARAMETERS).execute(parametersOf(holder)).map(rows -> first(rows)
                .map(row -> new Found(row.getBoolean("held"), Optional.ofNullable(row.getString("parameters")))));
    }

    /** Stores a result if the attempt is held, in place of one that was stored for it before; else as above. */
    Uni<Optional<Found>> store(Holder holder, String result) {
        return pool.preparedQuery(STORE)
                .execute(parametersOf(holder)
                        .addValue(result)
                        .addValue(clock.instant().atOffset(UTC)))
                .map(rows -> first(rows).map(row -> new Found(row.getBoolean("held"), Optional.empty())));
    }

    private static Tuple parametersOf(Holder holder) {
        return Tuple.of(
                holder.attempt().taskId(),
                holder.attempt().attempt(),
                holder.attempt().fencingToken(),
                holder.owner());
    }

    private static Optional<Row> first(RowSet<Row> rows) {
        return rows.stream().findFirst();
    }
}
