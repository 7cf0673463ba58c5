package io.ymera.manager.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import io.ymera.contracts.Json;
import io.ymera.contracts.task.AttemptRef;
import io.ymera.contracts.task.TaskEvent;
import io.ymera.contracts.task.TaskEvent.Completed;
import io.ymera.contracts.task.TaskEvent.Failed;
import io.ymera.contracts.task.TaskEvent.Progress;
import io.ymera.contracts.task.TaskEvent.Released;
import io.ymera.contracts.task.TaskEvent.Report;
import io.ymera.contracts.task.TaskEvent.Started;
import io.ymera.contracts.task.TaskFailure;
import io.ymera.contracts.task.TaskStatus;
import io.ymera.manager.QuickDeadlines;
import io.ymera.manager.queue.Cancellations;
import io.ymera.persistence.Ids;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each report does to a task in each status, that it is counted by what it did, and that one without effect leaves no
 * trace in the task or its events.
 */
@QuarkusTest
@TestProfile(QuickDeadlines.class)
class ReportEffectsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final UUID AGENT = UUID.randomUUID();

    /** Of the task's current attempt. */
    private static final long TOKEN = 4_711;

    private static final int ATTEMPT = 2;

    /** The last one that was folded in. */
    private static final long SEQUENCE = 5;

    private static final List<Report> REPORTS = List.of(
            new Started(),
            new Progress(0.5, "half"),
            new Completed(Json.mapper().createObjectNode()),
            new Failed(new TaskFailure("flaky", "Not this time", true)),
            new Released("The agent was stopped"));

    @Inject
    Attempts attempts;

    @Inject
    Pool pool;

    @Inject
    Ids ids;

    @Inject
    Cancellations cancellations;

    @Inject
    MeterRegistry metrics;

    record Case(TaskStatus status, Report report, Effect effect, TaskStatus after) {
        @Override
        public String toString() {
            return "%s when %s".formatted(name(report), status.wireName());
        }
    }

    /** Every status with every report; what is not active has no attempt that could be reported on. */
    static Stream<Case> everyTransition() {
        return Arrays.stream(TaskStatus.values())
                .flatMap(status -> REPORTS.stream().map(report -> expected(status, report)));
    }

    private static Case expected(TaskStatus status, Report report) {
        if (status != TaskStatus.DISPATCHED && status != TaskStatus.RUNNING) {
            return new Case(status, report, Effect.LATE, status);
        }
        boolean running = status == TaskStatus.RUNNING;
        return switch (report) {
            case Started() ->
                running
                        ? new Case(status, report, Effect.ILLEGAL, status)
                        : new Case(status, report, Effect.APPLIED, TaskStatus.RUNNING);
            case Progress progress ->
                running
                        ? new Case(status, report, Effect.APPLIED, TaskStatus.RUNNING)
                        : new Case(status, report, Effect.ILLEGAL, status);
            case Completed completed -> new Case(status, report, Effect.APPLIED, TaskStatus.COMPLETED);
            case Failed failed -> new Case(status, report, Effect.APPLIED, TaskStatus.SCHEDULED);
            case Released released -> new Case(status, report, Effect.APPLIED, TaskStatus.PENDING);
        };
    }

    @ParameterizedTest
    @MethodSource("everyTransition")
    void everyReportInEveryStatus(Case expected) {
        UUID task = insert(expected.status());

        Effect effect = report(new AttemptRef(task, ATTEMPT, TOKEN), AGENT, SEQUENCE + 1, expected.report());

        assertThat(effect).isEqualTo(expected.effect());
        assertThat(status(task)).isEqualTo(expected.after());
        requireNoTraceUnlessApplied(task, effect);
    }

    @ParameterizedTest
    @MethodSource("everyReport")
    void aStaleTokenChangesNothing(Report report) {
        UUID task = insert(TaskStatus.RUNNING);

        assertThat(report(new AttemptRef(task, ATTEMPT - 1, TOKEN - 1), AGENT, SEQUENCE + 1, report))
                .isEqualTo(Effect.STALE);
        assertThat(report(new AttemptRef(task, ATTEMPT, TOKEN - 1), AGENT, SEQUENCE + 1, report))
                .isEqualTo(Effect.STALE);

        assertThat(status(task)).isEqualTo(TaskStatus.RUNNING);
        requireNoTraceUnlessApplied(task, Effect.STALE);
    }

    /** Of a dispatch that this database has never made, or with a number that does not belong to the token. */
    @ParameterizedTest
    @MethodSource("everyReport")
    void aTokenFromNowhereChangesNothing(Report report) {
        UUID task = insert(TaskStatus.RUNNING);

        assertThat(report(new AttemptRef(task, ATTEMPT, Long.MAX_VALUE), AGENT, SEQUENCE + 1, report))
                .isEqualTo(Effect.STALE);
        assertThat(report(new AttemptRef(task, ATTEMPT + 1, TOKEN), AGENT, SEQUENCE + 1, report))
                .isEqualTo(Effect.STALE);
        assertThat(report(new AttemptRef(task, -1, -1), AGENT, -1, report)).isEqualTo(Effect.STALE);

        assertThat(status(task)).isEqualTo(TaskStatus.RUNNING);
        requireNoTraceUnlessApplied(task, Effect.STALE);
    }

    @ParameterizedTest
    @MethodSource("everyReport")
    void aDuplicateChangesNothing(Report report) {
        UUID task = insert(TaskStatus.RUNNING);

        assertThat(report(new AttemptRef(task, ATTEMPT, TOKEN), AGENT, SEQUENCE, report))
                .isEqualTo(Effect.DUPLICATE);
        assertThat(report(new AttemptRef(task, ATTEMPT, TOKEN), AGENT, 1, report))
                .isEqualTo(Effect.DUPLICATE);

        assertThat(status(task)).isEqualTo(TaskStatus.RUNNING);
        requireNoTraceUnlessApplied(task, Effect.DUPLICATE);
    }

    @ParameterizedTest
    @MethodSource("everyReport")
    void anotherAgentsReportChangesNothing(Report report) {
        UUID task = insert(TaskStatus.RUNNING);

        assertThat(report(new AttemptRef(task, ATTEMPT, TOKEN), UUID.randomUUID(), SEQUENCE + 1, report))
                .isEqualTo(Effect.FOREIGN);

        assertThat(status(task)).isEqualTo(TaskStatus.RUNNING);
        requireNoTraceUnlessApplied(task, Effect.FOREIGN);
    }

    @ParameterizedTest
    @MethodSource("everyReport")
    void aReportOnATaskThatIsNotThereIsCounted(Report report) {
        assertThat(report(new AttemptRef(ids.next(), ATTEMPT, TOKEN), AGENT, SEQUENCE + 1, report))
                .isEqualTo(Effect.UNKNOWN);
    }

    @Test
    void aResultThatComesAfterTheEndIsLateAndTheSameReportAgainIsADuplicate() {
        UUID task = insert(TaskStatus.RUNNING);
        AttemptRef attempt = new AttemptRef(task, ATTEMPT, TOKEN);
        Report completed = new Completed(Json.mapper().createObjectNode().put("text", "first"));
        Report another = new Completed(Json.mapper().createObjectNode().put("text", "second"));

        assertThat(report(attempt, AGENT, SEQUENCE + 1, completed)).isEqualTo(Effect.APPLIED);
        assertThat(report(attempt, AGENT, SEQUENCE + 1, completed)).isEqualTo(Effect.DUPLICATE);
        assertThat(report(attempt, AGENT, SEQUENCE + 2, another)).isEqualTo(Effect.LATE);

        Row row = one("SELECT (result ->> 'text') AS text, event_sequence FROM tasks WHERE id = $1", task);
        assertThat(row.getString("text")).isEqualTo("first");
        assertThat(row.getLong("event_sequence")).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("endings")
    void anEndedTaskIsCountedByItsStatus(Report report, TaskStatus end) {
        UUID task = insert(TaskStatus.RUNNING);
        double before = total(end);

        report(new AttemptRef(task, ATTEMPT, TOKEN), AGENT, SEQUENCE + 1, report);

        assertThat(status(task)).isEqualTo(end);
        assertThat(total(end)).isEqualTo(before + 1);
        assertThat(metrics.get("ymera.task.run")
                        .tag("type", "report_effects")
                        .timer()
                        .count())
                .isPositive();
        assertThat(metrics.get("ymera.task.total")
                        .tag("type", "report_effects")
                        .timer()
                        .count())
                .isPositive();
    }

    @Test
    void aCancelledTaskIsCountedOnce() {
        UUID task = insert(TaskStatus.RUNNING);
        double before = total(TaskStatus.CANCELLED);

        for (int i = 0; i < 2; i++) {
            var cancelled = await(pool.withTransaction(
                    transaction -> cancellations.cancel(transaction, List.of(task), "not wanted any more")));
            cancellations.announce(cancelled);
        }

        assertThat(total(TaskStatus.CANCELLED)).isEqualTo(before + 1);
    }

    /** The start and the end of a short task are often folded in together. */
    @Test
    void howLongATaskWaitedIsMeasuredThoughItEndsAtOnce() {
        UUID task = insert(TaskStatus.DISPATCHED);
        long before = waits();

        report(
                new AttemptRef(task, ATTEMPT, TOKEN),
                AGENT,
                SEQUENCE + 1,
                new Completed(Json.mapper().createObjectNode()));

        assertThat(waits()).isEqualTo(before + 1);
    }

    private long waits() {
        Timer timer =
                metrics.find("ymera.task.wait").tag("type", "report_effects").timer();
        return timer == null ? 0 : timer.count();
    }

    static List<Report> everyReport() {
        return REPORTS;
    }

    static List<Arguments> endings() {
        return List.of(
                Arguments.of(new Completed(Json.mapper().createObjectNode()), TaskStatus.COMPLETED),
                Arguments.of(new Failed(new TaskFailure("bad_input", "Never", false)), TaskStatus.FAILED));
    }

    /** Reports, and checks that it was counted by its effect, once and as nothing else. */
    private Effect report(AttemptRef attempt, UUID agent, long sequence, Report report) {
        double[] before = counts(report);
        Effect effect = await(attempts.report(new TaskEvent(attempt, agent, sequence, Instant.now(), report)));
        double[] after = counts(report);
        for (Effect each : Effect.values()) {
            assertThat(after[each.ordinal()] - before[each.ordinal()])
                    .as(each.wireName())
                    .isEqualTo(each == effect ? 1 : 0);
        }
        return effect;
    }

    private double[] counts(Report report) {
        return Arrays.stream(Effect.values())
                .mapToDouble(effect -> count("ymera.task.reports", "type", name(report), "effect", effect.wireName()))
                .toArray();
    }

    /** What Prometheus calls {@code tasks_total}. */
    private double total(TaskStatus status) {
        return count("tasks", "status", status.wireName(), "type", "report_effects");
    }

    private double count(String name, String... tags) {
        Counter counter = metrics.find(name).tags(tags).counter();
        return counter == null ? 0 : counter.count();
    }

    private void requireNoTraceUnlessApplied(UUID task, Effect effect) {
        Row row = one("""
                SELECT event_sequence, report_sequence, (SELECT count(*) FROM task_events WHERE task_id = id) AS events
                  FROM tasks WHERE id = $1
                """, task);
        boolean applied = effect == Effect.APPLIED;
        assertThat(row.getLong("event_sequence")).isEqualTo(applied ? 1 : 0);
        assertThat(row.getLong("events")).isEqualTo(applied ? 1 : 0);
        assertThat(row.getLong("report_sequence")).isEqualTo(applied ? SEQUENCE + 1 : SEQUENCE);
    }

    /** A task whose second attempt has got so far; not due yet if it is scheduled, and of a type that nobody runs. */
    private UUID insert(TaskStatus status) {
        UUID id = ids.next();
        boolean held = status == TaskStatus.RUNNING || status.isFinal();
        await(pool.preparedQuery("""
                        INSERT INTO tasks (id, owner, name, task_type, parameters, priority, status, run_timeout_s, max_attempts,
                                           created_at, available_at, attempt, fencing_token, agent_id, report_sequence,
                                           dispatched_at, started_at)
                        VALUES ($1, 'somebody', 't', 'report_effects', '{}', 1, $2, 900, 3, now(),
                                CASE $2 WHEN 'scheduled' THEN now() + interval '1 hour' ELSE now() END,
                                $3, $4, $5, $6, now(), CASE WHEN $2 <> 'dispatched' THEN now() END)
                        """)
                .execute(Tuple.of(id, status.wireName(), ATTEMPT, TOKEN, held ? AGENT : null, SEQUENCE)));
        return id;
    }

    private TaskStatus status(UUID task) {
        return TaskStatus.of(one("SELECT status FROM tasks WHERE id = $1", task).getString("status"));
    }

    private Row one(String sql, UUID task) {
        return await(pool.preparedQuery(sql).execute(Tuple.of(task))).iterator().next();
    }

    private static String name(Report report) {
        return report.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(PATIENCE);
    }
}
