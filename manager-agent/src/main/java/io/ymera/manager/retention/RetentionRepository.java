package io.ymera.manager.retention;

import static java.time.ZoneOffset.UTC;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;

/**
 * Each statement is a transaction by itself. Tasks and callbacks are walked through in the order of their primary keys, up
 * to those that are too young to be old: there is no index by the time of their end, which every task would have to pay for.
 */
@Singleton
class RetentionRepository {

    private static final String WORKFLOWS = """
            WITH page AS MATERIALIZED (
                SELECT id AS page_id FROM workflows WHERE id > $1 AND id < $2 ORDER BY id LIMIT $3),
            old AS MATERIALIZED (
                SELECT id AS old_id FROM workflows JOIN page ON id = page_id
                 WHERE (status IN ('completed', 'cancelled') AND finished_at < $4
                        OR status IN ('failed', 'compensation_failed') AND finished_at < $5)
                   FOR UPDATE OF workflows SKIP LOCKED),
            events AS (DELETE FROM workflow_events USING old WHERE workflow_id = old_id),
            tasks AS (DELETE FROM workflow_tasks USING old WHERE workflow_id = old_id),
            steps AS (DELETE FROM workflow_steps USING old WHERE workflow_id = old_id),
            gone AS (DELETE FROM workflows USING old WHERE id = old_id)
            SELECT (SELECT count(*) FROM old) AS deleted,
                   (SELECT page_id FROM page ORDER BY page_id DESC LIMIT 1) AS last
            """;

    /** A workflow that is kept has need of its tasks, or its owner wants to see them. */
    private static final String TASKS = """
            WITH page AS MATERIALIZED (
                SELECT id AS page_id FROM tasks WHERE id > $1 AND id < $2 ORDER BY id LIMIT $3),
            old AS MATERIALIZED (
                SELECT id AS old_id FROM tasks JOIN page ON id = page_id
                 WHERE (status IN ('completed', 'cancelled') AND finished_at < $4 OR status = 'failed' AND finished_at < $5)
                   AND NOT EXISTS (SELECT FROM workflows WHERE workflows.id = workflow_id)
                   FOR UPDATE OF tasks SKIP LOCKED),
            events AS (DELETE FROM task_events USING old WHERE task_id = old_id),
            gone AS (DELETE FROM tasks USING old WHERE id = old_id)
            SELECT (SELECT count(*) FROM old) AS deleted,
                   (SELECT page_id FROM page ORDER BY page_id DESC LIMIT 1) AS last
            """;

    private static final String CALLBACKS = """
            WITH page AS MATERIALIZED (
                SELECT id AS page_id FROM callbacks WHERE id > $1 AND id < $2 ORDER BY id LIMIT $3),
            old AS MATERIALIZED (
                SELECT id AS old_id FROM callbacks JOIN page ON id = page_id
                 WHERE status <> 'pending' AND finished_at < $4 FOR UPDATE OF callbacks SKIP LOCKED),
            gone AS (DELETE FROM callbacks USING old WHERE id = old_id)
            SELECT (SELECT count(*) FROM old) AS deleted,
                   (SELECT page_id FROM page ORDER BY page_id DESC LIMIT 1) AS last
            """;

    private static final String AGENTS = """
            DELETE FROM agents WHERE id IN (
                SELECT id FROM agents WHERE status = 'offline' AND status_at < $1 LIMIT $2 FOR UPDATE SKIP LOCKED)
            """;

    /** A share that the clock has caught up with says no more than one that is not there. */
    private static final String FAIR_SHARES = """
            DELETE FROM fair_shares WHERE (task_type, version, priority, owner) IN (
                SELECT task_type, version, priority, owner FROM fair_shares share
                  JOIN fair_clocks clock USING (task_type, version, priority)
                 WHERE share.last_tag <= clock.tag LIMIT $1 FOR UPDATE OF share SKIP LOCKED)
            """;

    private static final String STORED_RESULTS = """
            DELETE FROM stored_results WHERE fencing_token IN (
                SELECT fencing_token FROM stored_results WHERE stored_at < $1 LIMIT $2 FOR UPDATE SKIP LOCKED)
            """;

    private final Pool pool;

    RetentionRepository(Pool pool) {
        this.pool = pool;
    }

    /**
     * Deletes workflows after {@code last} that have ended before the given times, with their steps and events.
     *
     * @param limit how many to look at
     */
    Uni<Batch> workflows(UUID last, Instant endedBefore, Instant failedBefore, int limit) {
        return walk(
                WORKFLOWS,
                Tuple.of(
                        last, Ages.firstOf(endedBefore), limit, endedBefore.atOffset(UTC), failedBefore.atOffset(UTC)));
    }

    /**
     * Deletes tasks after {@code last} that have ended before the given times, with their events.
     *
     * @param limit how many to look at
     */
    Uni<Batch> tasks(UUID last, Instant endedBefore, Instant failedBefore, int limit) {
        return walk(
                TASKS,
                Tuple.of(
                        last, Ages.firstOf(endedBefore), limit, endedBefore.atOffset(UTC), failedBefore.atOffset(UTC)));
    }

    /** Deletes callbacks after {@code last} that were over before, with their attempts. */
    Uni<Batch> callbacks(UUID last, Instant before, int limit) {
        return walk(CALLBACKS, Tuple.of(last, Ages.firstOf(before), limit, before.atOffset(UTC)));
    }

    /** Deletes up to {@code limit} agents that have been offline since before. */
    Uni<Integer> agents(Instant before, int limit) {
        return delete(AGENTS, Tuple.of(before.atOffset(UTC), limit));
    }

    Uni<Integer> fairShares(int limit) {
        return delete(FAIR_SHARES, Tuple.of(limit));
    }

    Uni<Integer> storedResults(Instant before, int limit) {
        return delete(STORED_RESULTS, Tuple.of(before.atOffset(UTC), limit));
    }

    private Uni<Batch> walk(String sql, Tuple parameters) {
        return pool.preparedQuery(sql).execute(parameters).map(rows -> {
            var row = rows.iterator().next();
            return new Batch(Math.toIntExact(row.getLong("deleted")), row.getUUID("last"));
        });
    }

    private Uni<Integer> delete(String sql, Tuple parameters) {
        return pool.preparedQuery(sql).execute(parameters).map(rows -> rows.rowCount());
    }
}
