package io.ymera.manager.schedule;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.ymera.manager.Connections;
import io.ymera.manager.QuickDeadlines;
import io.ymera.manager.ScriptedAgent;
import io.ymera.manager.capability.Capabilities;
import io.ymera.manager.queue.TaskQueue;
import io.ymera.manager.task.Admission;
import io.ymera.manager.task.Admissions;
import io.ymera.persistence.Ids;
import io.ymera.testkit.MutableClock;
import io.ymera.web.json.Patches;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of schedules as time goes by: the test's time, long after that of the manager beside it. */
@QuarkusTest
@TestProfile(QuickDeadlines.class)
class ScheduleTimerTest {

    private static final String TYPE = "scheduled";
    private static final Instant START = Instant.parse("2040-03-01T10:00:30Z");

    @Inject
    TemplateCheck templates;

    @Inject
    ScheduleSettings settings;

    @Inject
    Capabilities capabilities;

    @Inject
    Admission admission;

    @Inject
    TaskQueue queue;

    @Inject
    Patches patches;

    @Inject
    ObjectMapper json;

    @Inject
    Pool pool;

    @Inject
    Ids ids;

    @Inject
    MeterRegistry metrics;

    private final MutableClock clock = new MutableClock(START);
    private final String owner = UUID.randomUUID().toString();

    private static boolean known;

    @BeforeEach
    void theTypeIsKnown() throws InterruptedException {
        if (!known) {
            new ScriptedAgent(TYPE, 1).close();
            known = true;
        }
    }

    @Test
    void aScheduleRunsWhenItsTimeHasComeAndNotBefore() throws Exception {
        UUID id = create("\"cron\": \"0 * * * *\"");

        tick();
        assertThat(tasks()).isEmpty();
        clock.set(Instant.parse("2040-03-01T11:00:00Z"));
        tick();
        tick();

        assertThat(tasks()).hasSize(1);
        ScheduleView view = view(id);
        assertThat(view.runs()).isEqualTo(1);
        assertThat(view.lastTaskId()).isEqualTo(tasks().getFirst());
        assertThat(view.lastRunAt()).isEqualTo("2040-03-01T11:00:00Z");
        assertThat(view.nextRunAt()).isEqualTo("2040-03-01T12:00:00Z");
    }

    @Test
    void theTaskIsAsTheTemplateSays() throws Exception {
        create("\"cron\": \"* * * * *\"", """
                "parameters": {"text": "abc"}, "priority": "high", "callback_url": null""");

        nextMinute();

        var row = pool.preparedQuery("SELECT name, task_type, parameters::text, priority FROM tasks WHERE owner = $1")
                .execute(Tuple.of(owner))
                .await()
                .indefinitely()
                .iterator()
                .next();
        assertThat(row.getString("name")).isEqualTo("again");
        assertThat(row.getString("task_type")).isEqualTo(TYPE);
        assertThat(row.getString("parameters")).isEqualTo("{\"text\":\"abc\"}");
        assertThat(row.getShort("priority")).isEqualTo((short) 2);
    }

    @Test
    void managersThatLookAtTheSameTimeFireEachOnce() throws Exception {
        List<UUID> made = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            made.add(create("\"cron\": \"* * * * *\""));
        }
        clock.advance(Duration.ofMinutes(1));

        Uni.join()
                .all(Stream.generate(this::timer)
                        .limit(4)
                        .map(ScheduleTimer::fireDue)
                        .toList())
                .andFailFast()
                .await()
                .atMost(Duration.ofSeconds(30));

        assertThat(tasks()).hasSize(150);
        for (UUID id : made) {
            assertThat(view(id).runs()).isEqualTo(1);
        }
    }

    @Test
    void whatWasMissedIsLeftOutUnlessItIsToBeMadeUpFor() throws Exception {
        UUID none = create("\"cron\": \"*/5 * * * *\", \"catch_up\": \"none\"");
        UUID one = create("\"cron\": \"*/5 * * * *\", \"catch_up\": \"one\"");

        clock.set(Instant.parse("2040-03-02T07:02:00Z"));
        tick();
        tick();

        assertThat(view(none).runs()).isZero();
        assertThat(view(none).skips()).isEqualTo(1);
        assertThat(lastSkip(none).reason()).isEqualTo("missed");
        assertThat(view(none).nextRunAt()).isEqualTo("2040-03-02T07:05:00Z");
        assertThat(view(one).runs()).isEqualTo(1);
        assertThat(view(one).skips()).isZero();
        assertThat(view(one).nextRunAt()).isEqualTo("2040-03-02T07:05:00Z");
        assertThat(tasks()).hasSize(1);
    }

    @Test
    void aShortDelayIsNoMiss() throws Exception {
        UUID id = create("\"cron\": \"0 * * * *\"");

        clock.set(Instant.parse("2040-03-01T11:01:00Z"));
        tick();

        assertThat(view(id).runs()).isEqualTo(1);
    }

    @Test
    void aTimeIsLeftOutWhileTheTaskBeforeHasNotEnded() throws Exception {
        UUID id = create("\"cron\": \"* * * * *\"");

        nextMinute();
        nextMinute();
        assertThat(view(id).runs()).isEqualTo(1);
        assertThat(lastSkip(id).reason()).isEqualTo("overlap");
        assertThat(lastSkip(id).detail()).contains(String.valueOf(view(id).lastTaskId()));
        end(tasks().getFirst());
        nextMinute();

        assertThat(view(id).runs()).isEqualTo(2);
        assertThat(view(id).skips()).isEqualTo(1);
        assertThat(tasks()).hasSize(2);
    }

    @Test
    void aTaskThatIsNoLongerThereHasEnded() throws Exception {
        UUID id = create("\"cron\": \"* * * * *\"");
        nextMinute();
        pool.preparedQuery("DELETE FROM tasks WHERE owner = $1")
                .execute(Tuple.of(owner))
                .await()
                .indefinitely();

        nextMinute();

        assertThat(view(id).runs()).isEqualTo(2);
    }

    @Test
    void whereThatIsAllowedTasksOverlap() throws Exception {
        UUID id = create("\"cron\": \"* * * * *\", \"overlap\": \"allow\"");

        for (int i = 0; i < 12; i++) {
            nextMinute();
        }

        assertThat(tasks()).hasSize(12);
        assertThat(view(id).recentTaskIds())
                .containsExactlyElementsOf(tasks().reversed().subList(0, 10));
    }

    @Test
    void aScheduleEndsAfterSoManyRuns() throws Exception {
        UUID id = create("\"cron\": \"* * * * *\", \"overlap\": \"allow\", \"max_runs\": 2");

        for (int i = 0; i < 4; i++) {
            nextMinute();
        }
        assertThat(view(id).runs()).isEqualTo(2);
        assertThat(view(id).status()).isEqualTo(ScheduleStatus.ENDED);
        assertThat(view(id).nextRunAt()).isNull();
        change(id, "{\"max_runs\": 3}");
        nextMinute();
        nextMinute();

        assertThat(view(id).runs()).isEqualTo(3);
        assertThat(tasks()).hasSize(3);
    }

    @Test
    void aScheduleEndsAtItsEnd() throws Exception {
        UUID id = create("\"cron\": \"0 * * * *\", \"overlap\": \"allow\", \"ends_at\": \"2040-03-01T12:00:00Z\"");

        for (int hour = 11; hour <= 14; hour++) {
            clock.set(Instant.parse("2040-03-01T%d:00:00Z".formatted(hour)));
            tick();
        }

        assertThat(view(id).runs()).isEqualTo(2);
        assertThat(view(id).status()).isEqualTo(ScheduleStatus.ENDED);
    }

    @Test
    void aScheduleRestsWhileItIsPausedAndMakesUpForNothing() throws Exception {
        UUID id = create("\"cron\": \"0 * * * *\", \"catch_up\": \"one\"");

        change(id, "{\"paused\": true}");
        clock.set(Instant.parse("2040-03-01T13:30:00Z"));
        tick();
        assertThat(view(id).status()).isEqualTo(ScheduleStatus.PAUSED);
        change(id, "{\"paused\": false}");
        tick();
        assertThat(view(id).runs()).isZero();
        assertThat(view(id).nextRunAt()).isEqualTo("2040-03-01T14:00:00Z");
        clock.set(Instant.parse("2040-03-01T14:00:00Z"));
        tick();

        assertThat(view(id).runs()).isEqualTo(1);
    }

    @Test
    void aChangeOfSomethingElseDoesNotLoseATimeThatHasJustCome() throws Exception {
        UUID id = create("\"cron\": \"* * * * *\"");
        clock.advance(Duration.ofMinutes(1));

        change(id, "{\"name\": \"renamed\"}");
        tick();

        assertThat(view(id).runs()).isEqualTo(1);
    }

    @Test
    void clocksAreThoseOfTheTimeZone() throws Exception {
        UUID id = create("\"cron\": \"30 2 * * *\", \"time_zone\": \"Europe/Berlin\"");
        clock.set(Instant.parse("2040-03-24T12:00:00Z"));
        tick();

        // On the 25th clocks go from 02:00 to 03:00
        assertThat(view(id).nextRunAt()).isEqualTo("2040-03-25T01:00:00Z");
        clock.set(Instant.parse("2040-03-25T01:00:00Z"));
        tick();

        assertThat(view(id).runs()).isEqualTo(1);
        assertThat(view(id).nextRunAt()).isEqualTo("2040-03-26T00:30:00Z");
    }

    @Test
    void parametersThatNoLongerFitAreSaidSoAndHoldUpNobody() throws Exception {
        UUID bad = create("\"cron\": \"* * * * *\"");
        UUID good = create("\"cron\": \"* * * * *\"");
        setTask(bad, "{\"task_type\": \"%s\", \"parameters\": {\"text\": 7}}".formatted(TYPE));

        nextMinute();

        assertThat(view(bad).runs()).isZero();
        assertThat(lastSkip(bad).reason()).isEqualTo("refused");
        assertThat(view(bad).nextRunAt()).isEqualTo("2040-03-01T10:02:00Z");
        assertThat(view(good).runs()).isEqualTo(1);
    }

    @Test
    void aScheduleThatCanNotBeReadHoldsUpNobody() throws Exception {
        UUID bad = create("\"cron\": \"* * * * *\"");
        UUID worse = create("\"cron\": \"* * * * *\"");
        UUID good = create("\"cron\": \"* * * * *\"");
        pool.preparedQuery("UPDATE schedules SET cron = 'sometimes' WHERE id = $1")
                .execute(Tuple.of(bad))
                .await()
                .indefinitely();
        pool.preparedQuery("UPDATE schedules SET task = '[]' WHERE id = $1")
                .execute(Tuple.of(worse))
                .await()
                .indefinitely();

        nextMinute();

        assertThat(view(bad).status()).isEqualTo(ScheduleStatus.ENDED);
        assertThat(lastSkip(bad).reason()).isEqualTo("refused");
        assertThat(view(worse).status()).isEqualTo(ScheduleStatus.ENDED);
        assertThat(view(good).runs()).isEqualTo(1);
    }

    @Test
    void oneThatIsTooLargeHoldsUpNobody() throws Exception {
        UUID bad = create("\"cron\": \"* * * * *\"");
        UUID good = create("\"cron\": \"* * * * *\"");
        setTask(
                bad,
                "{\"task_type\": \"%s\", \"parameters\": {\"text\": \"%s\"}}".formatted(TYPE, "x".repeat(300_000)));

        nextMinute();

        assertThat(lastSkip(bad).reason()).isEqualTo("refused");
        assertThat(view(good).runs()).isEqualTo(1);
    }

    @Test
    void aScheduleThatWasStoppedStartsAgainWhenItsTaskIsMended() throws Exception {
        UUID id = create("\"cron\": \"* * * * *\"");
        repository().stop(id, "for the test").await().indefinitely();
        assertThat(view(id).nextRunAt()).isNull();

        change(id, "{\"task\": {\"parameters\": {\"text\": \"mended\"}}}");
        assertThat(view(id).nextRunAt()).isEqualTo("2040-03-01T10:01:00Z");
        nextMinute();

        assertThat(view(id).runs()).isEqualTo(1);
    }

    @Test
    void aScheduleThatHasEndedCanBeChangedAndStaysEnded() throws Exception {
        UUID id = create("\"cron\": \"0 * * * *\", \"ends_at\": \"2040-03-01T12:00:00Z\"");
        clock.set(Instant.parse("2040-03-01T13:00:00Z"));
        tick();

        change(id, "{\"name\": \"over\"}");

        assertThat(view(id).name()).isEqualTo("over");
        assertThat(view(id).status()).isEqualTo(ScheduleStatus.ENDED);
        change(id, "{\"ends_at\": \"2040-03-01T15:00:00Z\"}");
        assertThat(view(id).nextRunAt()).isEqualTo("2040-03-01T14:00:00Z");
    }

    @Test
    void aTimeIsLeftOutWhileTooManyTasksOfItsOwnerWait() throws Exception {
        UUID first = create("\"cron\": \"* * * * *\"");
        UUID second = create("\"cron\": \"* * * * *\"");
        clock.advance(Duration.ofMinutes(1));

        timer(Admissions.limited(pool, Integer.MAX_VALUE, 1)).fireDue().await().atMost(Duration.ofSeconds(30));

        assertThat(tasks()).hasSize(1);
        assertThat(view(first).runs() + view(second).runs()).isEqualTo(1);
        UUID skipped = view(first).runs() == 0 ? first : second;
        assertThat(lastSkip(skipped).reason()).isEqualTo("too_many_waiting");
        assertThat(view(skipped).nextRunAt()).isEqualTo("2040-03-01T10:02:00Z");
    }

    @Test
    void whileThePlatformIsTooBusyATimeWaitsAndIsThenMissed() throws Exception {
        UUID id = create("\"cron\": \"0 * * * *\"");
        Admission busy = Admissions.limited(pool, 0, Integer.MAX_VALUE);
        clock.set(Instant.parse("2040-03-01T11:00:00Z"));

        timer(busy).fireDue().await().atMost(Duration.ofSeconds(30));
        assertThat(view(id).nextRunAt()).isEqualTo("2040-03-01T11:00:00Z");
        assertThat(view(id).skips()).isZero();
        clock.advance(Duration.ofMinutes(2));
        timer(busy).fireDue().await().atMost(Duration.ofSeconds(30));

        assertThat(lastSkip(id).reason()).isEqualTo("missed");
        assertThat(view(id).nextRunAt()).isEqualTo("2040-03-01T12:00:00Z");
        assertThat(tasks()).isEmpty();
    }

    @Test
    void neitherAChangeNorAFiringNeedsASecondConnection() throws Exception {
        UUID id = create("\"cron\": \"* * * * *\"");
        try (var held = Connections.allButOne(pool)) {
            capabilities.offersChanged();
            change(id, "{\"task\": {\"parameters\": {\"text\": \"x\"}}}");
            capabilities.offersChanged();
            nextMinute();
        }

        assertThat(view(id).runs()).isEqualTo(1);
    }

    @Test
    void aUserHasSoManySchedulesAndNoMore() throws Exception {
        create("\"cron\": \"@daily\"");
        var definition = new ScheduleDefinition(
                "another", "@daily", "UTC", template(), OverlapPolicy.SKIP, CatchUp.NONE, false, null, null);

        assertThat(repository()
                        .insert(pool, ids.next(), owner, definition, null, 1)
                        .await()
                        .indefinitely())
                .isEmpty();
        assertThat(repository()
                        .insert(pool, ids.next(), owner, definition, null, 2)
                        .await()
                        .indefinitely())
                .isPresent();
    }

    private TaskTemplate template() throws Exception {
        return json.readValue("{\"task_type\": \"%s\"}".formatted(TYPE), TaskTemplate.class);
    }

    private UUID create(String members) throws Exception {
        return create(members, "\"parameters\": {}");
    }

    private UUID create(String members, String task) throws Exception {
        var definition = json.readValue(
                "{\"name\": \"again\", \"task\": {\"task_type\": \"%s\", %s}, %s}".formatted(TYPE, task, members),
                ScheduleDefinition.class);
        return schedules()
                .create(owner, definition)
                .await()
                .atMost(Duration.ofSeconds(30))
                .scheduleId();
    }

    private void change(UUID id, String patch) throws Exception {
        schedules().change(id, json.readTree(patch), owner).await().atMost(Duration.ofSeconds(30));
    }

    private ScheduleView view(UUID id) {
        return schedules().get(id, owner).await().atMost(Duration.ofSeconds(30));
    }

    private ScheduleView.Skip lastSkip(UUID id) {
        return requireNonNull(view(id).lastSkip());
    }

    private void setTask(UUID id, String task) {
        pool.preparedQuery("UPDATE schedules SET task = $2::text::json WHERE id = $1")
                .execute(Tuple.of(id, task))
                .await()
                .indefinitely();
    }

    private void nextMinute() {
        clock.advance(Duration.ofMinutes(1));
        tick();
    }

    private void tick() {
        timer().fireDue().await().atMost(Duration.ofSeconds(30));
    }

    private ScheduleTimer timer() {
        return timer(admission);
    }

    private ScheduleTimer timer(Admission admission) {
        return new ScheduleTimer(repository(), settings, templates, admission, queue, pool, ids, clock, metrics);
    }

    private Schedules schedules() {
        return new Schedules(repository(), settings, templates, patches, pool, ids, clock);
    }

    private ScheduleRepository repository() {
        return new ScheduleRepository(pool, json, clock);
    }

    private List<UUID> tasks() {
        return pool
                .preparedQuery("SELECT id FROM tasks WHERE owner = $1 ORDER BY id")
                .execute(Tuple.of(owner))
                .await()
                .indefinitely()
                .stream()
                .map(row -> row.getUUID(0))
                .toList();
    }

    private void end(UUID task) {
        pool.preparedQuery("UPDATE tasks SET status = 'completed' WHERE id = $1")
                .execute(Tuple.of(task))
                .await()
                .indefinitely();
    }
}
