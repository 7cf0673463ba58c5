package io.ymera.manager.retention;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import io.ymera.manager.QuickDeadlines;
import io.ymera.testkit.MutableClock;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What is deleted as time goes by: the test's time, long before that of the manager beside it, so that nothing of other tests
 * is old.
 */
@QuarkusTest
@TestProfile(QuickDeadlines.class)
class RetentionTest {

    private static final Instant START = Instant.parse("2001-01-01T00:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Pool pool;

    private final MutableClock clock = new MutableClock(START);
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final String owner = "owner-" + UUID.randomUUID();
    private int made;

    @Test
    void tasksGoThirtyDaysAfterTheirEndWithTheirEvents() {
        UUID completed = task("completed", START, START.plus(DAY));
        UUID cancelled = task("cancelled", START, START.plus(DAY));
        UUID later = task("completed", START, START.plus(DAY.multipliedBy(3)));
        UUID pending = task("pending", START, null);
        UUID running = task("running", START, null);

        sweepAt(START.plus(DAY.multipliedBy(31)));
        assertThat(tasks()).contains(completed, cancelled);
        sweepAt(START.plus(DAY.multipliedBy(31)).plusSeconds(1));

        assertThat(tasks()).containsExactlyInAnyOrder(later, pending, running);
        assertThat(count("SELECT count(*) FROM task_events WHERE task_id = ANY ($1)", (Object)
                        new UUID[] {completed, cancelled}))
                .isZero();
        assertThat(count("SELECT count(*) FROM task_events WHERE task_id = ANY ($1)", (Object)
                        new UUID[] {later, pending, running}))
                .isEqualTo(3);
        assertThat(deleted("tasks")).isEqualTo(2);
    }

    @Test
    void deadLettersAreKeptForNinetyDays() {
        UUID failed = task("failed", START, START.plus(DAY));

        sweepAt(START.plus(DAY.multipliedBy(90)));
        assertThat(tasks()).containsExactly(failed);
        sweepAt(START.plus(DAY.multipliedBy(91)).plusSeconds(1));

        assertThat(tasks()).isEmpty();
    }

    @Test
    void manyTasksGoInSmallTransactionsEvenWhereSomeStay() {
        for (int i = 0; i < 57; i++) {
            task(i % 3 == 0 ? "pending" : "completed", START, i % 3 == 0 ? null : START);
        }

        sweepAt(START.plus(DAY.multipliedBy(40)));

        assertThat(tasks()).hasSize(19);
        assertThat(deleted("tasks")).isEqualTo(38);
    }

    @Test
    void managersThatSweepAtTheSameTimeDoNotDisturbEachOther() {
        for (int i = 0; i < 60; i++) {
            task("completed", START, START);
        }
        clock.set(START.plus(DAY.multipliedBy(40)));

        await(Uni.join()
                .all(Stream.generate(this::retention)
                        .limit(3)
                        .map(Retention::sweep)
                        .toList())
                .andFailFast());
        sweepAt(clock.instant());

        assertThat(tasks()).isEmpty();
        assertThat(deleted("tasks")).isEqualTo(60);
    }

    @Test
    void aTaskThatIsLockedIsLeftForTheNextTime() {
        UUID locked = task("completed", START, START);
        UUID free = task("completed", START, START);

        await(pool.withTransaction(transaction -> transaction
                .preparedQuery("SELECT FROM tasks WHERE id = $1 FOR UPDATE")
                .execute(Tuple.of(locked))
                .chain(() -> {
                    clock.set(START.plus(DAY.multipliedBy(40)));
                    return retention().sweep();
                })));
        assertThat(tasks()).containsExactly(locked).doesNotContain(free);
        sweepAt(clock.instant());

        assertThat(tasks()).isEmpty();
    }

    @Test
    void callbacksGoWhenTheyHaveBeenOverForAWeek() {
        UUID delivered = callback("delivered", START.plus(DAY));
        UUID failed = callback("failed", START.plus(DAY));
        UUID pending = callback("pending", null);

        sweepAt(START.plus(DAY.multipliedBy(8)));
        assertThat(callbacks()).containsExactlyInAnyOrder(delivered, failed, pending);
        sweepAt(START.plus(DAY.multipliedBy(8)).plusSeconds(1));

        assertThat(callbacks()).containsExactly(pending);
        assertThat(count("SELECT count(*) FROM callback_attempts WHERE callback_id = $1", delivered))
                .isZero();
        assertThat(count("SELECT count(*) FROM callback_attempts WHERE callback_id = $1", pending))
                .isEqualTo(1);
    }

    @Test
    void agentsGoAWeekAfterTheyLeft() {
        agent("offline", START);
        agent("offline", START.plus(DAY));
        agent("online", START);
        agent("draining", START);

        sweepAt(START.plus(DAY.multipliedBy(7)).plusSeconds(1));

        assertThat(count("SELECT count(*) FROM agents WHERE owner = $1", owner)).isEqualTo(3);
    }

    @Test
    void sharesThatTheClockHasCaughtUpWithGo() {
        String type = "type-" + UUID.randomUUID();
        execute("INSERT INTO fair_clocks (task_type, version, priority, tag) VALUES ($1, 1, 1, 100)", type);
        for (int tag = 99; tag <= 102; tag++) {
            execute(
                    "INSERT INTO fair_shares (task_type, version, priority, owner, last_tag, added) VALUES ($1, 1, 1, $2, $3, 1)",
                    type,
                    "o" + tag,
                    (long) tag);
        }
        execute(
                "INSERT INTO fair_shares (task_type, version, priority, owner, last_tag, added) VALUES ($1, 1, 2, 'o', 1, 1)",
                type);

        sweepAt(START);

        assertThat(count("SELECT count(*) FROM fair_shares WHERE task_type = $1", type))
                .isEqualTo(3);
        assertThat(count(
                        "SELECT count(*) FROM fair_shares WHERE task_type = $1 AND priority = 1 AND last_tag > 100",
                        type))
                .isEqualTo(2);
    }

    @Test
    void resultsThatNobodyReportedGoAfterADay() {
        execute(
                "INSERT INTO stored_results (fencing_token, task_id, result, stored_at) VALUES (-1, $1, '{}', $2)",
                UUID.randomUUID(),
                START.atOffset(UTC));
        execute(
                "INSERT INTO stored_results (fencing_token, task_id, result, stored_at) VALUES (-2, $1, '{}', $2)",
                UUID.randomUUID(),
                START.plusSeconds(2).atOffset(UTC));

        sweepAt(START.plus(DAY).plusSeconds(1));

        assertThat(count("SELECT count(*) FROM stored_results WHERE fencing_token < 0"))
                .isEqualTo(1);
    }

    @Test
    void workflowsGoAsTasksDoAndKeepTheirTasksUntilThen() {
        UUID old = workflow("completed", START.plus(DAY));
        UUID failed = workflow("failed", START.plus(DAY));
        UUID running = workflow("running", null);
        UUID oldStep = step(old);
        UUID failedStep = step(failed);
        UUID runningStep = step(running);

        sweepAt(START.plus(DAY.multipliedBy(31)));
        assertThat(workflows()).containsExactlyInAnyOrder(old, failed, running);
        assertThat(tasks()).containsExactlyInAnyOrder(oldStep, failedStep, runningStep);
        sweepAt(START.plus(DAY.multipliedBy(31)).plusSeconds(1));
        assertThat(workflows()).containsExactlyInAnyOrder(failed, running);
        assertThat(tasks()).containsExactlyInAnyOrder(failedStep, runningStep);
        sweepAt(START.plus(DAY.multipliedBy(400)));

        assertThat(workflows()).containsExactly(running);
        assertThat(tasks()).containsExactly(runningStep);
        for (String table : new String[] {"workflow_steps", "workflow_tasks", "workflow_events"}) {
            assertThat(count("SELECT count(*) FROM %s WHERE workflow_id = ANY ($1)".formatted(table), (Object)
                            new UUID[] {old, failed}))
                    .isZero();
            assertThat(count("SELECT count(*) FROM %s WHERE workflow_id = $1".formatted(table), running))
                    .isEqualTo(1);
        }
    }

    private UUID workflow(String status, @Nullable Instant finished) {
        UUID id = idAt(START);
        execute("""
                INSERT INTO workflows (id, owner, name, definition, status, created_at, finished_at, event_sequence)
                VALUES ($1, $2, 'w', '{}', $3, $4, $5, 1)
                """, id, owner, status, START.atOffset(UTC), finished == null ? null : finished.atOffset(UTC));
        execute("""
                INSERT INTO workflow_steps (workflow_id, step, status, stopping, items, begun, completed, failed, cancelled, place, escalated)
                VALUES ($1, 's', 'completed', false, 1, 1, 1, 0, 0, 1, false)
                """, id);
        execute("INSERT INTO workflow_events VALUES ($1, 1, 'workflow.created', now(), '{}')", id);
        return id;
    }

    private UUID step(UUID workflow) {
        UUID task = task("completed", START, START);
        execute("UPDATE tasks SET workflow_id = $2, workflow_step = 's' WHERE id = $1", task, workflow);
        execute("INSERT INTO workflow_tasks VALUES ($1, 's', 0, $2, 'completed')", workflow, task);
        return task;
    }

    private List<UUID> workflows() {
        return ids("SELECT id FROM workflows WHERE owner = $1");
    }

    private void sweepAt(Instant time) {
        clock.set(time);
        await(retention().sweep());
    }

    private Retention retention() {
        return new Retention(new RetentionRepository(pool), new SmallBatches(), clock, metrics);
    }

    /** As in production, but for the size of batches. */
    private record SmallBatches() implements RetentionSettings {
        @Override
        public Duration tasks() {
            return Duration.ofDays(30);
        }

        @Override
        public Duration failedTasks() {
            return Duration.ofDays(90);
        }

        @Override
        public Duration callbacks() {
            return Duration.ofDays(7);
        }

        @Override
        public Duration offlineAgents() {
            return Duration.ofDays(7);
        }

        @Override
        public Duration storedResults() {
            return Duration.ofDays(1);
        }

        @Override
        public String every() {
            return "10m";
        }

        @Override
        public int batch() {
            return 10;
        }

        @Override
        public Duration pause() {
            return Duration.ofMillis(1);
        }
    }

    private UUID task(String status, Instant created, @Nullable Instant finished) {
        UUID id = idAt(created);
        execute("""
                INSERT INTO tasks (id, owner, name, task_type, parameters, priority, status, run_timeout_s, max_attempts,
                                   created_at, available_at, finished_at)
                VALUES ($1, $2, 't', 'kept', '{}', 1, $3, 900, 3, $4, $4, $5)
                """, id, owner, status, created.atOffset(UTC), finished == null ? null : finished.atOffset(UTC));
        execute(
                "INSERT INTO task_events (task_id, sequence, type, at, data) VALUES ($1, 1, 'task.created', $2, '{}')",
                id,
                created.atOffset(UTC));
        return id;
    }

    private UUID callback(String status, @Nullable Instant finished) {
        UUID id = idAt(START);
        execute("""
                INSERT INTO callbacks (id, task_id, sequence, owner, url, host, type, body, status, created_at, finished_at)
                VALUES ($1, $1, 1, $2, 'https://receiver.test', 'receiver.test', 'task.completed', '{}', $3, $4, $5)
                """, id, owner, status, START.atOffset(UTC), finished == null ? null : finished.atOffset(UTC));
        execute("INSERT INTO callback_attempts (callback_id, attempt, at, millis) VALUES ($1, 1, now(), 7)", id);
        return id;
    }

    private void agent(String status, Instant since) {
        execute("""
                INSERT INTO agents (id, name, owner, status, slots, capabilities, capability_versions, registered_at, status_at)
                VALUES ($1, 'a', $2, $3, 1, '{}', '{}', $4, $4)
                """, UUID.randomUUID(), owner, status, since.atOffset(UTC));
    }

    /** A UUIDv7 of that time. */
    private UUID idAt(Instant time) {
        made++;
        return new UUID(
                Ages.firstOf(time).getMostSignificantBits(), UUID.randomUUID().getLeastSignificantBits() | made);
    }

    private List<UUID> tasks() {
        return ids("SELECT id FROM tasks WHERE owner = $1");
    }

    private List<UUID> callbacks() {
        return ids("SELECT id FROM callbacks WHERE owner = $1");
    }

    private List<UUID> ids(String sql) {
        List<UUID> found = new ArrayList<>();
        await(pool.preparedQuery(sql).execute(Tuple.of(owner))).forEach(row -> found.add(row.getUUID(0)));
        return found;
    }

    private long count(String sql, Object... parameters) {
        return await(pool.preparedQuery(sql).execute(Tuple.from(parameters)))
                .iterator()
                .next()
                .getLong(0);
    }

    private void execute(String sql, @Nullable Object... parameters) {
        SqlClient client = pool;
        await(client.preparedQuery(sql).execute(Tuple.from(parameters)));
    }

    private double deleted(String what) {
        return metrics.counter("ymera.retention.deleted", "what", what).count();
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(PATIENCE);
    }
}
