package io.ymera.e2e;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ymera.local.client.GatewayClient;
import io.ymera.local.platform.AgentProcess;
import io.ymera.local.platform.PlatformPart;
import io.ymera.local.platform.PlatformParts;
import io.ymera.local.platform.Settings;
import io.ymera.local.platform.Shape;
import io.ymera.local.platform.Start;
import io.ymera.local.platform.Tuning;
import io.ymera.local.process.PartProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A platform with two replicas of the gateway. */
final class TwoGateways implements AutoCloseable {

    /** A minute, for each user. */
    static final int LIMIT = 600;

    private static final int PORT_OFFSET = 13_500;

    private final Path home = Path.of("target/two-gateways").toAbsolutePath();
    private final Settings settings = new Settings(
            Path.of(System.getProperty("ymera.checkout", "..")).toAbsolutePath().normalize(),
            home,
            PORT_OFFSET,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    private final PlatformParts parts;

    /** Starts it; returns when all of it is ready. */
    TwoGateways() throws Exception {
        PartProcess.killAll(home.resolve("run")); // of a run that was killed
        Platform.deleteTree(home);
        Files.createDirectories(home);
        parts = new PlatformParts(
                settings,
                new Shape(
                        1,
                        Map.of(),
                        2,
                        Map.of(
                                "SHUTDOWN_DELAY",
                                "2s",
                                "RATE_LIMIT_REQUESTS_PER_MINUTE",
                                Integer.toString(LIMIT),
                                "RATE_LIMIT_SIGN_INS_PER_MINUTE",
                                "1000",
                                // A machine that is busy is not to look like a Redis that is away
                                "YMERA_RATE_LIMIT_PATIENCE",
                                "5s"),
                        List.of(new AgentProcess(
                                "bench-agent",
                                "bench-agent",
                                List.of("empty"),
                                "benchmarks/agent",
                                8091,
                                Map.of(
                                        "YMERA_AGENT_SLOTS",
                                        "4",
                                        "EXECUTIONS_FILE",
                                        home.resolve("executions").toString()))),
                        Tuning.DEVELOPER));
        try {
            new Start(parts.all(), new RacePlatform.Silent()).run();
        } catch (Exception e) {
            close();
            throw e;
        }
    }

    List<URI> gateways() {
        return parts.gateways();
    }

    /** The processes of the gateways, in the order of their addresses. */
    List<PartProcess> gatewayProcesses() {
        return parts.gatewayNames().stream()
                .map(name -> parts.part(name).process())
                .toList();
    }

    PartProcess manager() {
        return parts.part(parts.managerNames().getFirst()).process();
    }

    RaceDatabase database() {
        return new RaceDatabase(parts.postgres());
    }

    /** The token of a new user. */
    String newUser() throws IOException, InterruptedException {
        String name = "user-" + UUID.randomUUID().toString().substring(24);
        String password = "pass-" + UUID.randomUUID();
        try (GatewayClient client = new GatewayClient(gateways().getFirst())) {
            client.register(name, password);
            return client.login(name, password);
        }
    }

    /** What asks for a task that takes so long. */
    static String task(long millis) {
        ObjectNode task = JsonNodeFactory.instance.objectNode();
        task.put("name", "e2e").put("task_type", "empty");
        task.putObject("parameters").put("sleep_millis", millis);
        return task.toString();
    }

    @Override
    public void close() throws InterruptedException {
        for (PlatformPart part : parts.all().reversed()) {
            part.process().stop();
        }
    }
}
