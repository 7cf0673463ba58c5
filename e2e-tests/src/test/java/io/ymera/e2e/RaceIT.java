package io.ymera.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.ymera.local.client.GatewayClient;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/**
 * Two managers and four agents run many tasks while a random process of theirs or of their servers is killed every few
 * seconds and started again. Who is killed when comes from a seed, which is printed; {@code -Dymera.seed} replays the plan, and
 * {@code -Dymera.race.tasks} says how many tasks; {@code e2e-tests/race} does it with 20,000.
 */
class RaceIT {

    private static final int TASKS = Integer.getInteger("ymera.race.tasks", 1_500);
    private static final int PER_SECOND = Integer.getInteger("ymera.race.rate", 60);
    private static final int FOLLOWED = 10;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Test
    void every_task_completes_once_whoever_is_killed() throws Exception {
        String chosen = System.getProperty("ymera.seed", "random");
        long seed = chosen.equals("random") ? System.nanoTime() : Long.parseLong(chosen);
        try (RacePlatform platform = new RacePlatform();
                GatewayClient gateway = new GatewayClient(platform.gateway())) {
            System.out.printf("ymera.seed=%d, %d tasks%n", seed, TASKS);
            KillPlan.preview(seed, platform.victims(), platform.oneOfEach(), 20).forEach(System.out::println);
            platform.start();
            String token = register(gateway);
            List<Watched> followed = new CopyOnWriteArrayList<>();
            try (RaceClient client = new RaceClient(platform.managers(), token, seed, (number, id) -> {
                if (number % Math.max(1, TASKS / FOLLOWED) == 0) {
                    followed.add(new Watched(gateway.follow(token, id.toString())));
                }
            })) {
                Instant begin = Instant.now();
                race(platform, client, seed);
                awaitIdle(platform.database());
                System.out.printf(
                        "%d tasks in %d s, %d kills, %d requests sent again%n",
                        TASKS,
                        Duration.between(begin, Instant.now()).toSeconds(),
                        platform.kills().size(),
                        client.retries());

                requireCountsThatAddUp(platform.database(), client);
                requireOneAtATimePerKey(platform.database());
                requireWholeStreams(platform.database(), followed);
                requireExplainedRepeats(platform);
            }
        }
    }

    private static String register(GatewayClient gateway) throws Exception {
        String name = "racer";
        String password = "pass-" + UUID.randomUUID();
        gateway.register(name, password);
        return gateway.login(name, password);
    }

    /** Returns when all tasks have been accepted and everything is up again. */
    private static void race(RacePlatform platform, RaceClient client, long seed) throws Exception {
        KillPlan plan = new KillPlan(seed, platform.victims(), platform.oneOfEach());
        AtomicBoolean accepted = new AtomicBoolean();
        Thread submitter = Thread.ofVirtual().start(() -> {
            try {
                client.submit(TASKS, PER_SECOND);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                accepted.set(true);
            }
        });
        Instant end = Instant.now().plusSeconds(TASKS / PER_SECOND).plus(PATIENCE);
        platform.kill(
                plan,
                () -> (!accepted.get() || !platform.hasKilledOneOfEach())
                        && Instant.now().isBefore(end));
        assertThat(submitter.join(PATIENCE)).as("all are accepted").isTrue();
    }

    private static void awaitIdle(RaceDatabase database) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!database.isIdle()) {
            assertThat(Instant.now())
                    .as("nothing is orphaned: " + database.statuses())
                    .isBefore(end);
            Thread.sleep(Duration.ofMillis(200));
        }
    }

    private static void requireCountsThatAddUp(RaceDatabase database, RaceClient client) throws Exception {
        assertThat(client.accepted()).hasSize(TASKS);
        Set<String> accepted = new HashSet<>();
        client.accepted().values().forEach(id -> accepted.add(id.toString()));
        assertThat(accepted).as("each got a task of its own").hasSize(TASKS);
        Set<String> surplus = new HashSet<>(database.texts("SELECT id FROM tasks"));
        assertThat(surplus).as("what was accepted is there").containsAll(accepted);
        surplus.removeAll(accepted);
        assertThat(surplus).as("nothing is there twice").isEmpty();
        assertThat(database.statuses()).isEqualTo("completed=" + TASKS);
        assertThat(database.texts("""
                        SELECT task_id FROM task_events WHERE type = 'task.completed' GROUP BY task_id HAVING count(*) = 1
                        """)).as("each has one effective completion").hasSize(TASKS);
    }

    private static void requireOneAtATimePerKey(RaceDatabase database) throws Exception {
        assertThat(database.count("SELECT count(*) FROM tasks WHERE concurrency_key IS NOT NULL"))
                .isPositive();
        assertThat(database.texts("""
                        SELECT one.id || ' and ' || other.id || ' with ' || one.concurrency_key
                          FROM tasks one JOIN tasks other USING (owner, concurrency_key)
                         WHERE one.id < other.id AND one.started_at < other.finished_at AND other.started_at < one.finished_at
                        """)).as("ran at the same time").isEmpty();
        assertThat(database.count("SELECT count(*) FROM concurrency_keys"))
                .as("keys that are held by nobody")
                .isZero();
    }

    private static void requireWholeStreams(RaceDatabase database, List<Watched> followed) throws Exception {
        assertThat(database.texts("""
                        SELECT t.id || ': ' || string_agg(e.sequence || ' ' || e.type, ', ' ORDER BY e.sequence)
                          FROM tasks t LEFT JOIN task_events e ON e.task_id = t.id
                         GROUP BY t.id, t.event_sequence
                        HAVING count(*) <> t.event_sequence OR min(e.sequence) <> 1 OR max(e.sequence) <> count(*)
                            OR min(e.type) FILTER (WHERE e.sequence = 1) <> 'task.created'
                            OR min(e.type) FILTER (WHERE e.sequence = t.event_sequence) <> 'task.completed'
                        """))
                .as("streams with a gap, a duplicate, or another beginning or end")
                .isEmpty();
        for (Watched stream : followed) {
            try (stream) {
                stream.awaitEnd();
                stream.requireWhole();
                assertThat(stream.types()).containsOnlyOnce("task.completed").endsWith("task.completed");
            }
        }
    }

    /** A handler may run again only because somebody was killed; and the result is that of one that ran. */
    private static void requireExplainedRepeats(RacePlatform platform) throws Exception {
        Executions executions = platform.executions();
        Repeats repeats = Repeats.explain(executions, platform.kills());
        System.out.printf("%d tasks ran; %s%n", executions.begun().size(), repeats);

        assertThat(repeats.unexplained()).isEmpty();
        assertThat(repeats.inAll())
                .as("no kill has more repeated than can run at a time")
                .isLessThanOrEqualTo(platform.kills().size() * platform.slots());
        assertThat(executions.begun()).hasSize(TASKS);
        Set<String> begun = new HashSet<>();
        executions.begun().values().forEach(all -> all.forEach(each -> begun.add(each.task() + " " + each.micros())));
        assertThat(begun)
                .containsAll(platform.database().texts("SELECT id || ' ' || (result ->> 'begun_micros') FROM tasks"));
    }
}
