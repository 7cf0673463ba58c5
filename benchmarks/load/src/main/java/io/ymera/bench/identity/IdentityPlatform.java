package io.ymera.bench.identity;

import io.ymera.bench.measure.BenchHome;
import io.ymera.bench.measure.SilentStart;
import io.ymera.local.client.GatewayClient;
import io.ymera.local.platform.PlatformPart;
import io.ymera.local.platform.PlatformParts;
import io.ymera.local.platform.Settings;
import io.ymera.local.platform.Shape;
import io.ymera.local.platform.Start;
import io.ymera.local.platform.Tuning;
import io.ymera.local.process.PartFailedException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** auth-service and its PostgreSQL, durable and with the JVM of a server. */
final class IdentityPlatform implements AutoCloseable {

    /** A client that local mode makes. */
    static final String CLIENT = "external-agent";

    private static final Set<String> PARTS = Set.of("postgres", "auth-service");
    private static final Map<String, String> POSTGRES = Map.of("shared_buffers", "256MB");

    private final BenchHome home;
    private final PlatformParts parts;
    private final List<PlatformPart> ours;
    private final Start start;

    IdentityPlatform(Path checkout, List<String> jvm, int portOffset) throws IOException, InterruptedException {
        this.home = BenchHome.empty(checkout, "identity-home");
        Settings settings =
                new Settings(checkout, home.path(), portOffset, Optional.empty(), Optional.empty(), Optional.empty());
        Shape shape = new Shape(1, Map.of(), false, List.of(), new Tuning(jvm, List.of(), POSTGRES));
        this.parts = new PlatformParts(settings, shape);
        this.ours =
                parts.all().stream().filter(part -> PARTS.contains(part.name())).toList();
        this.start = new Start(ours, new SilentStart());
    }

    void start() throws PartFailedException {
        start.run();
    }

    URI auth() {
        return parts.auth();
    }

    String fileSystem() throws IOException {
        return home.fileSystem();
    }

    String clientSecret() throws IOException {
        return Files.readString(home.path().resolve("secrets/client-" + CLIENT)).strip();
    }

    /** A new user. */
    void register(String name, String password) throws IOException, InterruptedException {
        try (GatewayClient auth = new GatewayClient(auth())) {
            auth.send("POST", "/auth/register", null, """
                            {"username": "%s", "email": "%s@example.org", "password": "%s"}
                            """.formatted(name, name, password))
                    .require(201);
        }
    }

    /** A token of that user. */
    String login(String name, String password) throws IOException, InterruptedException {
        try (GatewayClient auth = new GatewayClient(auth())) {
            return auth.send("POST", "/auth/login", null, """
                            {"username": "%s", "password": "%s"}
                            """.formatted(name, password))
                    .require(200)
                    .path("access_token")
                    .asText();
        }
    }

    /** The processes, by the names of their parts. */
    Map<String, ProcessHandle> processes() {
        Map<String, ProcessHandle> processes = new LinkedHashMap<>();
        for (PlatformPart part : ours) {
            part.process().process().ifPresent(process -> processes.put(part.name(), process));
        }
        return processes;
    }

    /** Stops everything; the logs stay until the next run. */
    @Override
    public void close() throws InterruptedException, IOException {
        start.undo();
        home.deleteData();
    }
}
