package io.ymera.bench.load;

import java.sql.SQLException;

/** Fills the manager's tables by SQL, as they would be after long use, and empties them again. */
final class Seed {

    /** Of a thousand owners, over the last month; every id and time as the manager would have made them. */
    private static final String FINISHED = """
            INSERT INTO tasks (id, owner, name, task_type, parameters, priority, status, run_timeout_s, max_attempts,
                               created_at, available_at, attempt, fencing_token, agent_id, report_sequence, dispatched_at,
                               started_at, finished_at, result, event_sequence)
            SELECT uuidv7(age), 'seed-' || n %% 1000, 'bench', 'empty', '{}', 1, 'completed', 900, 3,
                   now() + age, now() + age, 1, nextval('fencing_tokens'), gen_random_uuid(), 2, now() + age,
                   now() + age, now() + age, '{"begun_micros":1}', 4
              FROM (SELECT n, -(%1$d - n) * (interval '30 days' / %1$d) AS age FROM generate_series(1, %1$d) n) each
            """;

    private static final String EVENTS = """
            INSERT INTO task_events (task_id, sequence, type, at, data)
            SELECT id, sequence, type, created_at, json_build_object('attempt', 1)
              FROM tasks, (VALUES (1, 'task.created'), (2, 'task.dispatched'), (3, 'task.started'), (4, 'task.completed'))
                          AS event (sequence, type)
             WHERE status = 'completed'
            """;

    /** Half of a type that no agent runs; a quarter each of type {@code empty}, due in a week and behind a held key. */
    private static final String WAITING = """
            INSERT INTO tasks (id, owner, name, task_type, parameters, priority, status, run_timeout_s, max_attempts,
                               created_at, available_at, fair_tag, concurrency_key, event_sequence)
            SELECT uuidv7(), 'seed-' || n %% 1000, 'bench',
                   CASE WHEN n %% 4 < 2 THEN 'nobody_runs_this' ELSE 'empty' END, '{}', 1,
                   CASE WHEN n %% 4 < 2 THEN 'pending' WHEN n %% 4 = 2 THEN 'scheduled' ELSE 'blocked' END, 900, 3,
                   now(), CASE WHEN n %% 4 = 2 THEN now() + interval '7 days' ELSE now() END, n,
                   CASE WHEN n %% 4 = 3 THEN 'key-' || n %% 100 END, 1
              FROM generate_series(1, %d) n
            """;

    private static final String HOLDERS = """
            INSERT INTO concurrency_keys (owner, key, task_id)
            SELECT DISTINCT owner, concurrency_key, (SELECT id FROM tasks WHERE task_type = 'nobody_runs_this' LIMIT 1)
              FROM tasks WHERE status = 'blocked'
            """;

    /** By one owner, and all may run at once. */
    private static final String RUNNABLE = """
            INSERT INTO tasks (id, owner, name, task_type, parameters, priority, status, run_timeout_s, max_attempts,
                               created_at, available_at, fair_tag, event_sequence)
            SELECT uuidv7(), 'seed-0', 'bench', 'empty', '{}', 1, 'pending', 900, 3, now(), now(),
                   n + (SELECT coalesce(max(tag), 0) FROM fair_clocks WHERE task_type = 'empty'), 1
              FROM generate_series(1, %d) n
            """;

    private final Database database;

    Seed(Database database) {
        this.database = database;
    }

    void finished(int count) throws SQLException {
        database.execute(FINISHED.formatted(count));
        database.execute(EVENTS);
    }

    /** Tasks that wait and can't be run, whatever the reason. */
    void waiting(int count) throws SQLException {
        database.execute(WAITING.formatted(count));
        database.execute(HOLDERS);
        database.execute(createdEvents());
    }

    /** Tasks that are run as soon as agents have room. */
    void runnable(int count) throws SQLException {
        database.execute("BEGIN");
        database.execute(RUNNABLE.formatted(count));
        database.execute(createdEvents());
        database.execute("COMMIT");
    }

    private static String createdEvents() {
        return """
                INSERT INTO task_events (task_id, sequence, type, at, data)
                SELECT id, 1, 'task.created', created_at, '{}' FROM tasks
                 WHERE event_sequence = 1 ON CONFLICT DO NOTHING
                """;
    }

    /** Ends what was made by {@link #runnable} and has not been claimed. */
    void dropRunnable() throws SQLException {
        database.execute("DELETE FROM tasks WHERE status = 'pending' AND task_type = 'empty'");
    }

    /** As after a night's rest: nothing left for autovacuum, nothing in the log that a checkpoint would write. */
    void settle() throws SQLException {
        database.execute("VACUUM ANALYZE tasks");
        database.execute("VACUUM ANALYZE task_events");
        database.execute("CHECKPOINT");
    }

    void empty() throws SQLException {
        database.execute("TRUNCATE tasks, task_events, concurrency_keys");
        settle();
    }
}
