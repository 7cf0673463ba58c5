package io.ymera.testkit;

import io.ymera.local.process.Part;
import io.ymera.local.process.Ports;
import io.ymera.local.server.Durability;
import io.ymera.local.server.KafkaServer;
import io.ymera.local.server.PostgresServer;
import io.ymera.local.server.RedisServer;
import io.ymera.local.server.ServerPrograms;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The servers of this test JVM, one of each kind: started when first asked for, on ports that were free, and ended with the
 * JVM. Safe for use by several threads, and from several class loaders.
 */
public final class TestServers {

    private TestServers() {}

    /** PostgreSQL; starts it the first time. */
    public static TestServer<PostgresServer> postgres() {
        return running(new PostgresServer(
                programs(),
                folder("postgres"),
                port("postgres"),
                TestRun.remember("postgres.password", TestRun::newSecret),
                Durability.PROCESS_CRASH_ONLY));
    }

    /** Redis; starts it the first time. */
    public static TestServer<RedisServer> redis() {
        return running(new RedisServer(
                programs(), folder("redis"), port("redis"), TestRun.remember("redis.password", TestRun::newSecret)));
    }

    /** Kafka; starts it the first time. */
    public static TestServer<KafkaServer> kafka() {
        return running(new KafkaServer(programs(), folder("kafka"), port("kafka"), port("kafka.controller")));
    }

    private static <P extends Part> TestServer<P> running(P part) {
        synchronized (Runtime.getRuntime()) { // the same object in every class loader
            TestServer<P> server = new TestServer<>(part, TestRun.folder());
            Path startedOnce = TestRun.folder().resolve(part.name() + ".started");
            if (!Files.exists(startedOnce)) { // after that a test may have crashed it, and restarts it when it wants to
                LeftOvers.remove();
                server.restart();
                server.killAtExit();
                TestRun.remember(startedOnce.getFileName().toString(), () -> "");
            }
            return server;
        }
    }

    private static Path folder(String server) {
        return TestRun.folder().resolve(server);
    }

    private static int port(String server) {
        return Integer.parseInt(TestRun.remember(server + ".port", () -> Integer.toString(Ports.anyFree())));
    }

    /** Where the build of deploy/local, which comes before this module's, puts the servers' programs. */
    private static ServerPrograms programs() {
        Path start = Path.of(System.getProperty("user.dir")).toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            Path servers = folder.resolve("deploy/local/target/servers");
            if (Files.isDirectory(servers)) {
                return new ServerPrograms(servers, servers.resolve("unpacked"));
            }
        }
        throw new IllegalStateException(
                "There is no deploy/local/target/servers above %s: build with `./mvnw … -pl <module> -am`"
                        .formatted(start));
    }
}
