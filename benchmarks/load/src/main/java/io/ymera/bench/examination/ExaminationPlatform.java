package io.ymera.bench.examination;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ymera.bench.measure.BenchHome;
import io.ymera.bench.measure.JvmMemory;
import io.ymera.bench.measure.NewUser;
import io.ymera.bench.measure.SilentStart;
import io.ymera.local.client.GatewayClient;
import io.ymera.local.platform.AgentProcess;
import io.ymera.local.platform.PlatformPart;
import io.ymera.local.platform.PlatformParts;
import io.ymera.local.platform.Settings;
import io.ymera.local.platform.Shape;
import io.ymera.local.platform.Start;
import io.ymera.local.platform.Tuning;
import io.ymera.local.process.PartFailedException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A platform with one examination agent, to which tasks are handed in at the manager. */
final class ExaminationPlatform implements AutoCloseable {

    private static final String AGENT = "examination-agent";
    private static final int PORT = 8030;
    private static final Duration ASK_AGAIN = Duration.ofMillis(20);
    private static final long MIB = 1L << 20;

    private final BenchHome home;
    private final Path workDirectory;
    private final PlatformParts parts;
    private final Start start;

    ExaminationPlatform(Path checkout, int slots, int portOffset) throws IOException, InterruptedException {
        this.home = BenchHome.empty(checkout, "examination-home");
        this.workDirectory = home.path().resolve("work");
        Settings settings =
                new Settings(checkout, home.path(), portOffset, Optional.empty(), Optional.empty(), Optional.empty());
        AgentProcess agent = new AgentProcess(
                AGENT,
                AGENT,
                List.of("*"),
                AGENT,
                PORT,
                Map.of(
                        "YMERA_AGENT_SLOTS", Integer.toString(slots),
                        "YMERA_AGENT_WORK_DIRECTORY", workDirectory.toString(),
                        "TOOLS_HOME",
                                checkout.resolve(AGENT).resolve("target/tools").toString()));
        this.parts = new PlatformParts(settings, new Shape(1, Map.of(), 0, Map.of(), List.of(agent), Tuning.DEVELOPER));
        this.start = new Start(parts.all(), new SilentStart());
    }

    void start() throws PartFailedException {
        start.run();
    }

    /** A token of a new user. */
    String newUser() throws IOException, InterruptedException {
        return NewUser.token(parts.auth());
    }

    /**
     * Hands in the same task several times and waits until all are done.
     *
     * @return how long that took, from before the first was handed in
     * @throws IllegalStateException if one did not complete, or not all of its tests passed
     */
    Duration run(String token, String taskType, ObjectNode parameters, int count)
            throws IOException, InterruptedException {
        ObjectNode body = parameters.objectNode().put("name", "bench").put("task_type", taskType);
        body.set("parameters", parameters);
        String text = body.toString();
        long from = System.nanoTime();
        try (GatewayClient manager = new GatewayClient(parts.managers().getFirst())) {
            List<String> tasks = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                tasks.add(manager.send("POST", "/tasks", token, text)
                        .require(201)
                        .path("task_id")
                        .asText());
            }
            for (String task : tasks) {
                await(manager, token, task);
            }
        }
        return Duration.ofNanos(System.nanoTime() - from);
    }

    private static void await(GatewayClient manager, String token, String task)
            throws IOException, InterruptedException {
        while (true) {
            JsonNode now = manager.send("GET", "/tasks/" + task, token, null).require(200);
            switch (now.path("status").asText()) {
                case "completed" -> {
                    int passed = now.findPath("totals").path("passed").asInt();
                    if (passed != Submission.TESTS) {
                        throw new IllegalStateException(
                                "%d of %d tests passed: %s".formatted(passed, Submission.TESTS, now.path("result")));
                    }
                    return;
                }
                case "failed", "cancelled", "timed_out" -> throw new IllegalStateException(now.toString());
                default -> Thread.sleep(ASK_AGAIN);
            }
        }
    }

    /** What the agent holds now. */
    Traces traces() throws IOException, InterruptedException {
        ProcessHandle agent = parts.all().stream()
                .filter(part -> part.name().equals(AGENT))
                .map(PlatformPart::process)
                .flatMap(process -> process.process().stream())
                .findFirst()
                .orElseThrow();
        return Traces.of(agent, workDirectory, JvmMemory.of(agent).live() / MIB);
    }

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
