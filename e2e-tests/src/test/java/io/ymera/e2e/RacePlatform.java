package io.ymera.e2e;

import io.ymera.local.platform.AgentProcess;
import io.ymera.local.platform.PlatformPart;
import io.ymera.local.platform.PlatformParts;
import io.ymera.local.platform.Settings;
import io.ymera.local.platform.Shape;
import io.ymera.local.platform.Start;
import io.ymera.local.platform.Tuning;
import io.ymera.local.process.PartFailedException;
import io.ymera.local.process.PartProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Two managers, four agents, their servers and the gateway, as processes that are killed as planned and started again
 * whenever they are down, as Kubernetes would.
 */
final class RacePlatform implements AutoCloseable {

    /** Below the ports that the system gives to outgoing connections, one of which might be in the way of a restart. */
    private static final int PORT_OFFSET = 13_000;

    private static final int MANAGERS = 2;
    private static final int AGENTS = 4;
    private static final int AGENT_PORT = 8090;
    private static final int SLOTS = 8;
    private static final int MOST_NOT_READY = 2;
    private static final Duration TICK = Duration.ofMillis(100);
    private static final Duration READY = Duration.ofSeconds(120);

    private final Path home = Path.of(System.getProperty("ymera.race.home", "target/race"))
            .toAbsolutePath()
            .normalize();
    private final Clock clock = Clock.systemUTC();
    private final Settings settings = new Settings(
            Path.of(System.getProperty("ymera.checkout", "..")).toAbsolutePath().normalize(),
            home,
            PORT_OFFSET,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    private final PlatformParts parts;
    private final Start start;
    private final List<Kill> kills = new CopyOnWriteArrayList<>();

    /** @param at when it was there no more */
    record Kill(Instant at, String victim) {}

    RacePlatform() throws IOException, InterruptedException {
        PartProcess.killAll(home.resolve("run")); // of a run that was killed
        Platform.deleteTree(home);
        Files.createDirectories(home);
        this.parts = new PlatformParts(
                settings,
                new Shape(
                        MANAGERS,
                        Map.of(),
                        true,
                        IntStream.rangeClosed(1, AGENTS).mapToObj(this::agent).toList(),
                        Tuning.DEVELOPER));
        this.start = new Start(parts.all(), new Silent());
    }

    private AgentProcess agent(int number) {
        return new AgentProcess(
                "bench-agent-" + number,
                "bench-agent",
                List.of("empty"),
                "benchmarks/agent",
                AGENT_PORT + number,
                Map.of(
                        "YMERA_AGENT_SLOTS",
                        Integer.toString(SLOTS),
                        "EXECUTIONS_FILE",
                        executions(number).toString()));
    }

    private Path executions(int number) {
        return home.resolve("executions-" + number);
    }

    void start() throws PartFailedException {
        start.run();
    }

    /** How many tasks run at a time. */
    int slots() {
        return AGENTS * SLOTS;
    }

    URI gateway() {
        return settings.gateway();
    }

    /** Where clients of the managers hand in tasks. */
    List<URI> managers() {
        return parts.managers();
    }

    RaceDatabase database() {
        return new RaceDatabase(parts.postgres());
    }

    /** Whom the plan may kill. */
    List<String> victims() {
        List<String> victims = new ArrayList<>(parts.managerNames());
        IntStream.rangeClosed(1, AGENTS).forEach(number -> victims.add("bench-agent-" + number));
        victims.addAll(servers());
        return victims;
    }

    /** One of each kind. */
    List<String> oneOfEach() {
        List<String> one = new ArrayList<>(List.of(parts.managerNames().getFirst(), "bench-agent-1"));
        one.addAll(servers());
        return one;
    }

    private static List<String> servers() {
        return List.of("postgres", "kafka", "redis");
    }

    List<Kill> kills() {
        return kills;
    }

    boolean hasKilledOneOfEach() {
        return kills.size() >= oneOfEach().size();
    }

    /** All that the handlers of all agents did. */
    Executions executions() throws IOException {
        Map<String, Path> files = new HashMap<>();
        for (int number = 1; number <= AGENTS; number++) {
            if (Files.exists(executions(number))) {
                files.put("bench-agent-" + number, executions(number));
            }
        }
        return Executions.read(files);
    }

    /**
     * Kills as planned for as long as {@code goOn} says, then brings everything back. A step may come later than planned:
     * not before all but two parts are ready, or a slow machine would do nothing but start processes.
     */
    void kill(KillPlan plan, BooleanSupplier goOn) throws PartFailedException, InterruptedException {
        Map<String, Instant> downUntil = new HashMap<>();
        KillPlan.Step step = plan.next();
        Instant due = clock.instant().plus(step.after());
        while (goOn.getAsBoolean()) {
            if (!clock.instant().isBefore(due) && notReady() <= MOST_NOT_READY) {
                parts.part(step.victim()).process().kill9();
                kills.add(new Kill(clock.instant(), step.victim()));
                System.out.println(step);
                downUntil.put(step.victim(), clock.instant().plus(step.down()));
                step = plan.next();
                due = clock.instant().plus(step.after());
            }
            restart(downUntil);
            Thread.sleep(TICK);
        }
        restart(Map.of());
        Instant end = clock.instant().plus(READY);
        while (notReady() > 0) {
            if (clock.instant().isAfter(end)) {
                throw new IllegalStateException("Not everything is ready again");
            }
            restart(Map.of());
            Thread.sleep(TICK);
        }
    }

    private long notReady() {
        return parts.all().stream()
                .filter(part -> part.process().state() != PartProcess.State.READY)
                .count();
    }

    /** What is down and may be up; also what ended by itself because something that it needs was away. */
    private void restart(Map<String, Instant> downUntil) throws InterruptedException {
        for (PlatformPart part : parts.all()) {
            Instant until = downUntil.getOrDefault(part.name(), Instant.MIN);
            if (clock.instant().isAfter(until) && part.process().process().isEmpty()) {
                try {
                    part.process().start();
                } catch (PartFailedException e) {
                    System.out.printf("%s does not start yet: %s%n", part.name(), e.getMessage());
                }
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        for (PlatformPart part : parts.all().reversed()) {
            part.process().stop();
        }
    }

    static final class Silent implements Start.Listener {
        @Override
        public void starting(PlatformPart part) {}

        @Override
        public void ready(PlatformPart part, boolean wasRunning, Duration time) {}

        @Override
        public void undone(PlatformPart part) {}
    }
}
