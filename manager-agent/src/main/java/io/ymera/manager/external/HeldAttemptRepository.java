package io.ymera.manager.external;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

@Singleton
class HeldAttemptRepository {

    /** Events are looked through for an attempt that is over only. */
    private static final String FIND = """
            SELECT t.id, t.attempt, t.fencing_token, t.status, t.report_sequence, own.id AS own_agent,
                   CASE WHEN own.id IS NOT NULL AND t.attempt = $3 THEN true
                        ELSE EXISTS (SELECT FROM task_events e
                                       JOIN agents a ON a.id::text = e.data ->> 'agent_id'
                                      WHERE e.task_id = t.id AND e.type = 'task.started'
                                        AND e.data ->> 'attempt' = $3::integer::text AND a.owner = $2)
                    END AS asked_for,
                   EXISTS (SELECT FROM stored_results s WHERE s.fencing_token = t.fencing_token) AS result_stored
              FROM tasks t LEFT JOIN agents own ON own.id = t.agent_id AND own.owner = $2
             WHERE t.id = $1
            """;

    private final Pool pool;

    HeldAttemptRepository(Pool pool) {
        this.pool = pool;
    }

    /** Nothing if there is no such task. */
    Uni<Optional<HeldAttempt>> find(UUID task, String owner, int attempt) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(task, owner, attempt))
                .map(rows -> rows.stream().map(HeldAttempt::from).findFirst());
    }
}
