package io.ymera.e2e;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ymera.local.client.GatewayClient;
import io.ymera.local.platform.AgentProcess;
import io.ymera.local.platform.PlatformPart;
import io.ymera.local.platform.PlatformParts;
import io.ymera.local.platform.Settings;
import io.ymera.local.platform.Shape;
import io.ymera.local.platform.Start;
import io.ymera.local.platform.Tuning;
import io.ymera.local.process.PartProcess;
import io.ymera.local.process.PartProcess.Stopped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** SIGTERM to one of two busy agents while tasks come in: what can end there ends there, the rest is handed back. */
class ScaleInIT {

    private static final String LEAVING = "bench-agent-1";
    private static final String STAYING = "bench-agent-2";
    private static final int PORT_OFFSET = 12_500;
    private static final int SLOTS = 16;

    /** More than fit on one agent, so that some run on the other. */
    private static final int LONG_TASKS = SLOTS + 4;

    /** Every other one makes room soon, and the others outlast the drain. */
    private static final List<Integer> LONG_MILLIS = List.of(1_500, 12_000);

    private static final int SHORT_TASKS = 400;
    private static final int PER_SECOND = 80;
    private static final int BEFORE_THE_SIGNAL = 120;
    /** By the agent that leaves; of both kinds, as they come in turn. */
    private static final int BEGUN_BEFORE_THE_SIGNAL = 4;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path home = Path.of("target/scale-in").toAbsolutePath();
    private final Settings settings = new Settings(
            Path.of(System.getProperty("ymera.checkout", "..")).toAbsolutePath().normalize(),
            home,
            PORT_OFFSET,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    private PlatformParts parts;

    @BeforeEach
    void aPlatformWithTwoAgents() throws Exception {
        PartProcess.killAll(home.resolve("run")); // of a run that was killed
        Platform.deleteTree(home);
        Files.createDirectories(home);
        parts = new PlatformParts(
                settings,
                new Shape(1, Map.of(), true, List.of(agent(LEAVING, 8091), agent(STAYING, 8092)), Tuning.DEVELOPER));
        new Start(parts.all(), new RacePlatform.Silent()).run();
    }

    @AfterEach
    void stops() throws InterruptedException {
        for (PlatformPart part : parts.all().reversed()) {
            part.process().stop();
        }
    }

    private AgentProcess agent(String name, int port) {
        return new AgentProcess(
                name,
                "bench-agent",
                List.of("empty"),
                "benchmarks/agent",
                port,
                Map.of(
                        "YMERA_AGENT_SLOTS",
                        Integer.toString(SLOTS),
                        "DRAIN_TIMEOUT",
                        "3s",
                        "EXECUTIONS_FILE",
                        home.resolve(name).toString()));
    }

    @Test
    void sigterm_to_a_busy_agent_loses_and_repeats_nothing() throws Exception {
        RaceDatabase database = new RaceDatabase(parts.postgres());
        CountDownLatch underWay = new CountDownLatch(BEFORE_THE_SIGNAL);
        try (GatewayClient gateway = new GatewayClient(settings.gateway())) {
            String token = register(gateway);
            for (int i = 0; i < LONG_TASKS; i++) {
                gateway.submit(
                        token,
                        "long",
                        "empty",
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("sleep_millis", LONG_MILLIS.get(i % LONG_MILLIS.size())));
            }
            await(() -> database.count("SELECT count(*) FROM tasks WHERE attempt = 0") == 0, database);
            try (RaceClient client = new RaceClient(parts.managers(), token, 1, (number, id) -> underWay.countDown())) {
                Thread submitter = Thread.ofVirtual().start(() -> submit(client));
                underWay.await();
                await(() -> begunOn(LEAVING) >= BEGUN_BEFORE_THE_SIGNAL, database);

                Stopped stopped = parts.part(LEAVING).process().stop();

                assertThat(stopped).isEqualTo(Stopped.BY_ITSELF);
                assertThat(submitter.join(PATIENCE)).isTrue();
                await(database::isIdle, database);
            }
        }
        requireOneCompletionEach(database);
    }

    private static void submit(RaceClient client) {
        try {
            client.submit(SHORT_TASKS, PER_SECOND);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String register(GatewayClient gateway) throws Exception {
        String password = "pass-" + UUID.randomUUID();
        gateway.register("scaler", password);
        return gateway.login("scaler", password);
    }

    private void requireOneCompletionEach(RaceDatabase database) throws Exception {
        Executions executions = Executions.read(Map.of(LEAVING, home.resolve(LEAVING), STAYING, home.resolve(STAYING)));
        Map<String, Long> endings = executions.ended().stream()
                .map(execution -> execution.split(" ", -1)[1])
                .collect(groupingBy(identity(), counting()));
        List<String> handedBack = database.texts("""
                SELECT DISTINCT task_id FROM task_events
                 WHERE type = 'task.retrying' AND data -> 'failure' ->> 'code' = 'released'
                """);
        System.out.printf(
                "%d tasks ended on %s, %d on %s, %d were handed back%n",
                endedOn(executions, LEAVING), LEAVING, endedOn(executions, STAYING), STAYING, handedBack.size());

        assertThat(database.statuses()).isEqualTo("completed=" + (LONG_TASKS + SHORT_TASKS));
        assertThat(endings).hasSize(LONG_TASKS + SHORT_TASKS);
        assertThat(endings.values()).as("no handler ran to its end twice").containsOnly(1L);
        assertThat(endedOn(executions, LEAVING)).isPositive();
        assertThat(handedBack).isNotEmpty();
        assertThat(database.texts("SELECT id FROM tasks WHERE attempt > 1"))
                .as("a second attempt is only at what was handed back")
                .containsExactlyInAnyOrderElementsOf(handedBack);
        assertThat(database.count("SELECT count(*) FROM tasks WHERE failed_attempts > 0 OR lost_agents > 0"))
                .as("and costs nothing")
                .isZero();
    }

    private long begunOn(String agent) throws IOException {
        return Executions.read(Map.of(agent, home.resolve(agent))).begun().size();
    }

    private static long endedOn(Executions executions, String agent) {
        return executions.ended().stream()
                .filter(execution -> execution.startsWith(agent + " "))
                .count();
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(Condition condition, RaceDatabase database) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.holds()) {
            assertThat(Instant.now()).as(database.statuses()).isBefore(end);
            Thread.sleep(Duration.ofMillis(100));
        }
    }
}
