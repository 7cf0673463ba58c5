package io.ymera.bench.load;

import io.ymera.bench.measure.BenchHome;
import io.ymera.bench.measure.NewUser;
import io.ymera.bench.measure.SilentStart;
import io.ymera.local.platform.AgentProcess;
import io.ymera.local.platform.PlatformPart;
import io.ymera.local.platform.PlatformParts;
import io.ymera.local.platform.Settings;
import io.ymera.local.platform.Shape;
import io.ymera.local.platform.Start;
import io.ymera.local.platform.Tuning;
import io.ymera.local.process.PartFailedException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The platform that is measured: durable, with the JVMs of a server, in a home that is emptied before each run. */
final class Platform implements AutoCloseable {

    /** Durable, and with the memory of a small server. */
    private static final Map<String, String> POSTGRES = Map.of(
            "shared_buffers", "512MB",
            "max_wal_size", "4GB",
            "synchronous_commit", "on",
            // So that the time at which an event was stored is known; costs next to nothing
            "track_commit_timestamp", "on");

    private static final List<String> BROKER = List.of("-Xms512m", "-Xmx512m", "-XX:+UseParallelGC");
    private static final Duration READY = Duration.ofSeconds(120);
    private static final int AGENT_PORT = 8090;

    private final BenchHome home;
    private final PlatformParts parts;
    private final Start start;
    private final Map<String, String> postgres = new TreeMap<>(POSTGRES);
    private final Options.Setup setup;

    /**
     * @param checkout the project's folder, everything in it built
     * @param profile whether PostgreSQL keeps statistics of statements
     */
    Platform(Path checkout, Options.Setup setup, boolean profile) throws IOException, InterruptedException {
        this.setup = setup;
        this.home = BenchHome.empty(checkout, "home");
        if (profile) {
            postgres.put("shared_preload_libraries", "pg_stat_statements");
        }
        postgres.putAll(setup.postgres);
        Settings settings = new Settings(
                checkout, home.path(), setup.portOffset, Optional.empty(), Optional.empty(), Optional.empty());
        this.parts = new PlatformParts(settings, shape());
        this.start = new Start(parts.all(), new SilentStart());
    }

    private Shape shape() {
        List<AgentProcess> agents = new ArrayList<>();
        for (int i = 0; i < setup.agents; i++) {
            Map<String, String> environment = new LinkedHashMap<>(setup.agentEnvironment);
            environment.put("YMERA_AGENT_SLOTS", Integer.toString(setup.slots));
            agents.add(new AgentProcess(
                    "bench-agent-" + (i + 1),
                    "bench-agent",
                    List.of("empty"),
                    "benchmarks/agent",
                    AGENT_PORT + i,
                    environment));
        }
        return new Shape(
                1,
                setup.managerEnvironment,
                setup.throughGateway,
                agents,
                new Tuning(List.of(setup.jvm.strip().split("\\s+")), BROKER, postgres));
    }

    void start() throws PartFailedException {
        start.run();
    }

    Database database() {
        return new Database(parts.postgres());
    }

    /** Where clients hand in tasks. */
    URI tasks() {
        return setup.throughGateway
                ? URI.create("http://127.0.0.1:%d/api/v1/tasks".formatted(8000 + setup.portOffset))
                : parts.managers().getFirst().resolve("/tasks");
    }

    /** A token of a new user, from auth-service. */
    String newUser() throws IOException, InterruptedException {
        return NewUser.token(parts.auth());
    }

    /** The processes, by the names of their parts. */
    Map<String, ProcessHandle> processes() {
        Map<String, ProcessHandle> processes = new LinkedHashMap<>();
        for (PlatformPart part : parts.all()) {
            part.process().process().ifPresent(process -> processes.put(part.name(), process));
        }
        return processes;
    }

    void stopAgents() throws InterruptedException {
        for (PlatformPart agent : agents()) {
            agent.process().stop();
        }
    }

    void startAgents() throws PartFailedException, InterruptedException {
        for (PlatformPart agent : agents()) {
            agent.process().start();
        }
        for (PlatformPart agent : agents()) {
            agent.process().awaitReady(READY);
        }
    }

    private List<PlatformPart> agents() {
        return parts.all().stream()
                .filter(part -> part.name().startsWith("bench-agent"))
                .toList();
    }

    /** PostgreSQL's settings, other than its defaults. */
    Map<String, String> postgres() {
        return postgres;
    }

    List<String> broker() {
        return BROKER;
    }

    /** The kind of file system that the data is on. */
    String fileSystem() throws IOException {
        return home.fileSystem();
    }

    /** Stops everything; the logs stay until the next run. */
    @Override
    public void close() throws InterruptedException, IOException {
        start.undo();
        home.deleteData();
    }
}
