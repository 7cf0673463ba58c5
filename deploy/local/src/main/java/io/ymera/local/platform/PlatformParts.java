package io.ymera.local.platform;

import io.ymera.local.process.Part;
import io.ymera.local.process.PartProcess;
import io.ymera.local.server.DatabaseRoles;
import io.ymera.local.server.Durability;
import io.ymera.local.server.KafkaServer;
import io.ymera.local.server.PostgresServer;
import io.ymera.local.server.RedisServer;
import io.ymera.local.server.ServerPrograms;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The parts of the platform: what each is told and what it needs to be ready before it. Servers of the user's own
 * ({@code DATABASE_URL} and so on) take the place of ours.
 */
public final class PlatformParts {

    private static final int POSTGRES = 15_432;
    private static final int REDIS = 16_379;
    private static final int KAFKA = 19_092;
    private static final int KAFKA_CONTROLLER = 19_093;
    private static final int AUTH = 8003;
    private static final int MANAGER = 8002;
    private static final int GATEWAY = 8000;
    private static final int EXAMINATION = 8030;

    private static final int HEAP_MEGABYTES = 192;

    private static final List<String> CLIENTS = List.of("examination-agent");

    private final Settings settings;
    private final Secrets secrets;
    private final List<PlatformPart> all = new ArrayList<>();

    /**
     * @throws IOException if the secrets cannot be read or generated
     */
    public PlatformParts(Settings settings) throws IOException {
        this.settings = settings;
        this.secrets = new Secrets(settings.home().resolve("secrets"));
        declare();
    }

    /** In an order in which each comes after what it needs. */
    public List<PlatformPart> all() {
        return List.copyOf(all);
    }

    private void declare() throws IOException {
        ServerPrograms programs = new ServerPrograms(
                settings.checkout().resolve("deploy/local/target/servers"),
                settings.home().resolve("servers"));
        Path data = settings.home().resolve("data");

        PostgresServer postgres = new PostgresServer(
                programs,
                data.resolve("postgres"),
                settings.port(POSTGRES),
                secrets.password("postgres-superuser"),
                Durability.DURABLE);
        RedisServer redis =
                new RedisServer(programs, data.resolve("redis"), settings.port(REDIS), secrets.password("redis"));
        KafkaServer kafka =
                new KafkaServer(programs, data.resolve("kafka"), settings.port(KAFKA), settings.port(KAFKA_CONTROLLER));

        if (settings.databaseUrl().isEmpty()) {
            add(postgres);
        }
        if (settings.redisUrl().isEmpty()) {
            add(redis);
        }
        if (settings.kafkaServers().isEmpty()) {
            add(kafka);
        }
        String redisUrl = settings.redisUrl().orElseGet(redis::url);
        String kafkaServers = settings.kafkaServers().orElseGet(kafka::bootstrapServers);
        String authUrl = "http://127.0.0.1:" + settings.port(AUTH);
        String managerUrl = "http://127.0.0.1:" + settings.port(MANAGER);

        service(
                "auth-service",
                AUTH,
                () -> Map.of(
                        "DATABASE_URL", databaseUrl(postgres, "auth"),
                        "JWT_PRIVATE_KEY_FILE", secrets.signingKey().toString(),
                        "SERVICE_CLIENTS_FILE", secrets.serviceClients(CLIENTS).toString()),
                "postgres");
        service(
                "manager-agent",
                MANAGER,
                () -> Map.of(
                        "DATABASE_URL",
                        databaseUrl(postgres, "manager"),
                        "REDIS_URL",
                        redisUrl,
                        "KAFKA_BOOTSTRAP_SERVERS",
                        kafkaServers,
                        "AUTH_SERVICE_URL",
                        authUrl),
                "postgres",
                "redis",
                "kafka");
        service(
                "gateway-service",
                GATEWAY,
                () -> Map.of(
                        "AUTH_SERVICE_URL", authUrl,
                        "MANAGER_AGENT_URL", managerUrl));
        service(
                "examination-agent",
                EXAMINATION,
                () -> Map.of(
                        "AUTH_SERVICE_URL", authUrl,
                        "MANAGER_AGENT_URL", managerUrl,
                        "KAFKA_BOOTSTRAP_SERVERS", kafkaServers,
                        "SERVICE_CLIENT_ID", "examination-agent",
                        "SERVICE_CLIENT_SECRET", secrets.clientSecret("examination-agent")),
                "kafka",
                "auth-service",
                "manager-agent");
    }

    private void add(Part server) {
        all.add(new PlatformPart(process(server), List.of()));
    }

    private void service(String name, int port, ServicePart.Environment environment, String... needs) {
        ServicePart part = new ServicePart(
                name, settings.port(port), settings.checkout().resolve(name), HEAP_MEGABYTES, environment);
        List<String> present = all.stream().map(PlatformPart::name).toList();
        List<String> ours = List.of(needs).stream().filter(present::contains).toList();
        all.add(new PlatformPart(process(part), ours));
    }

    private PartProcess process(Part part) {
        return new PartProcess(part, settings.run(), settings.logs());
    }

    /** Where {@code role} connects; makes the role, if it is not there, and with the first one the database. */
    private synchronized String databaseUrl(PostgresServer ours, String role) throws IOException {
        String password = secrets.password("postgres-" + role);
        try {
            return settings.databaseUrl().isPresent()
                    ? DatabaseRoles.at(settings.databaseUrl().get()).create(role, password)
                    : ours.createRole(role, password);
        } catch (SQLException e) {
            throw new IOException("the role %s cannot be made in the database: %s".formatted(role, e.getMessage()), e);
        }
    }
}
