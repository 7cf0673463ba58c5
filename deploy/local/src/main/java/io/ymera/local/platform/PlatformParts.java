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
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
    private static final int GATEWAY_MANAGEMENT = 9000;

    /** From one replica's port to the next one's. */
    private static final int NEXT = 100;

    /** A client for agents that developers start themselves, see docs/external-agent.md. */
    private static final String EXTERNAL_AGENT = "external-agent";

    private final Settings settings;
    private final Shape shape;
    private final Secrets secrets;
    private final PostgresServer postgres;
    private final List<PlatformPart> all = new ArrayList<>();

    /**
     * The platform of {@link Shape#DEFAULT}.
     *
     * @throws IOException if the secrets cannot be read or generated
     */
    public PlatformParts(Settings settings) throws IOException {
        this(settings, Shape.DEFAULT);
    }

    /**
     * @throws IOException if the secrets cannot be read or generated
     */
    public PlatformParts(Settings settings, Shape shape) throws IOException {
        this.settings = settings;
        this.shape = shape;
        this.secrets = new Secrets(settings.home().resolve("secrets"));
        this.postgres = new PostgresServer(
                programs(),
                data().resolve("postgres"),
                settings.port(POSTGRES),
                secrets.password("postgres-superuser"),
                Durability.DURABLE,
                shape.tuning().postgres());
        declare();
    }

    /** In an order in which each comes after what it needs. */
    public List<PlatformPart> all() {
        return List.copyOf(all);
    }

    /** The part called {@code name}. */
    public PlatformPart part(String name) {
        return all.stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no part " + name));
    }

    /** Our PostgreSQL, whether or not it is used. */
    public PostgresServer postgres() {
        return postgres;
    }

    /** Where auth-service is. */
    public URI auth() {
        return local(AUTH);
    }

    /** Where the managers are. */
    public List<URI> managers() {
        return IntStream.range(0, shape.managers())
                .mapToObj(index -> local(managerPort(index)))
                .toList();
    }

    /** The names of the managers' parts. */
    public List<String> managerNames() {
        return IntStream.range(0, shape.managers())
                .mapToObj(PlatformParts::managerName)
                .toList();
    }

    /** Where the gateways are. */
    public List<URI> gateways() {
        return IntStream.range(0, shape.gateways())
                .mapToObj(index -> local(GATEWAY + index * NEXT))
                .toList();
    }

    /** The names of the gateways' parts. */
    public List<String> gatewayNames() {
        return IntStream.range(0, shape.gateways())
                .mapToObj(index -> name("gateway-service", index))
                .toList();
    }

    private static String managerName(int index) {
        return name("manager-agent", index);
    }

    private static String name(String service, int index) {
        return index == 0 ? service : service + "-" + (index + 1);
    }

    private static int managerPort(int index) {
        return MANAGER + index * NEXT;
    }

    private URI local(int port) {
        return URI.create("http://127.0.0.1:" + settings.port(port));
    }

    private ServerPrograms programs() {
        return new ServerPrograms(
                settings.checkout().resolve("deploy/local/target/servers"),
                settings.home().resolve("servers"));
    }

    private Path data() {
        return settings.home().resolve("data");
    }

    private void declare() throws IOException {
        RedisServer redis =
                new RedisServer(programs(), data().resolve("redis"), settings.port(REDIS), secrets.password("redis"));
        KafkaServer kafka = new KafkaServer(
                programs(),
                data().resolve("kafka"),
                settings.port(KAFKA),
                settings.port(KAFKA_CONTROLLER),
                shape.tuning().brokerJvm());

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
        String authUrl = auth().toString();

        service(
                "auth-service",
                "auth-service",
                AUTH,
                () -> Map.of(
                        "DATABASE_URL", databaseUrl("auth"),
                        "AUTH_ENCRYPTION_KEY", secrets.password("auth-encryption"),
                        "SETUP_TOKEN_FILE", settings.setupToken().toString(),
                        "SERVICE_CLIENTS_FILE",
                                secrets.serviceClients(clients()).toString(),
                        // Everybody here is at one address
                        "YMERA_THROTTLE_REGISTRATION_FAILURES", "1000"),
                "postgres");
        for (int index = 0; index < shape.managers(); index++) {
            service(
                    managerName(index),
                    "manager-agent",
                    managerPort(index),
                    () -> with(
                            shape.managerEnvironment(),
                            Map.of(
                                    "DATABASE_URL",
                                    databaseUrl("manager"),
                                    "REDIS_URL",
                                    redisUrl,
                                    "KAFKA_BOOTSTRAP_SERVERS",
                                    kafkaServers,
                                    "AUTH_SERVICE_URL",
                                    authUrl,
                                    "CALLBACK_ENCRYPTION_KEY",
                                    secrets.password("callback-encryption"))),
                    // One after the other, so that one of them migrates the schema
                    "postgres",
                    "redis",
                    "kafka",
                    index == 0 ? "postgres" : managerName(0));
        }
        String managers = managers().stream().map(URI::toString).collect(Collectors.joining(","));
        for (int index = 0; index < shape.gateways(); index++) {
            int management = settings.port(GATEWAY_MANAGEMENT + index * NEXT);
            service(
                    gatewayNames().get(index),
                    "gateway-service",
                    GATEWAY + index * NEXT,
                    () -> with(
                            shape.gatewayEnvironment(),
                            Map.of(
                                    "AUTH_SERVICE_URL",
                                    authUrl,
                                    "MANAGER_AGENT_TARGETS",
                                    managers,
                                    "REDIS_URL",
                                    redisUrl,
                                    "MANAGEMENT_PORT",
                                    Integer.toString(management),
                                    // No load balancer has to notice that it stops
                                    "SHUTDOWN_DELAY",
                                    "0s",
                                    // Everybody here is at one address, and one user may be all of them
                                    "RATE_LIMIT_SIGN_INS_PER_MINUTE",
                                    "60000",
                                    "RATE_LIMIT_REQUESTS_PER_MINUTE",
                                    "60000",
                                    "RATE_LIMIT_REFUSED_PER_MINUTE",
                                    "60000",
                                    "RATE_LIMIT_INTROSPECTIONS_PER_MINUTE",
                                    "60000")));
        }
        for (int index = 0; index < shape.agents().size(); index++) {
            AgentProcess agent = shape.agents().get(index);
            int manager = index % shape.managers();
            service(
                    agent.name(),
                    agent.module(),
                    agent.port(),
                    () -> with(
                            with(agent.environment(), tools(settings.checkout().resolve(agent.module()))),
                            Map.of(
                                    "AUTH_SERVICE_URL",
                                    authUrl,
                                    "MANAGER_AGENT_URL",
                                    managers().get(manager).toString(),
                                    "KAFKA_BOOTSTRAP_SERVERS",
                                    kafkaServers,
                                    "SERVICE_CLIENT_ID",
                                    agent.client(),
                                    "SERVICE_CLIENT_SECRET",
                                    secrets.clientSecret(agent.client()))),
                    "kafka",
                    "auth-service",
                    managerName(manager));
        }
    }

    /** Where an agent finds the tools that its build has put beside it, as far as there are any and the user names none. */
    private static Map<String, String> tools(Path module) {
        Map<String, Path> places = Map.of(
                "TOOLS_HOME", module.resolve("target/tools"),
                "TEST_NODE_MODULES", module.resolve("src/main/node/node_modules"));
        Map<String, String> variables = new HashMap<>();
        places.forEach((name, place) -> {
            if (Files.isDirectory(place)) {
                variables.put(name, Optional.ofNullable(System.getenv(name)).orElse(place.toString()));
            }
        });
        return variables;
    }

    /** What each client may serve; replicas share one. */
    private Map<String, Set<String>> clients() {
        Map<String, Set<String>> taskTypes = new TreeMap<>(Map.of(EXTERNAL_AGENT, Set.of("*")));
        for (AgentProcess agent : shape.agents()) {
            taskTypes.computeIfAbsent(agent.client(), name -> new TreeSet<>()).addAll(agent.taskTypes());
        }
        return taskTypes;
    }

    private static Map<String, String> with(Map<String, String> more, Map<String, String> variables) {
        Map<String, String> all = new HashMap<>(variables);
        all.putAll(more);
        return all;
    }

    private void add(Part server) {
        all.add(new PlatformPart(process(server), List.of()));
    }

    private void service(String name, String module, int port, ServicePart.Environment environment, String... needs) {
        ServicePart part = new ServicePart(
                name,
                settings.port(port),
                settings.checkout().resolve(module),
                shape.tuning().serviceJvm(),
                environment);
        List<String> present = all.stream().map(PlatformPart::name).toList();
        List<String> ours = Stream.of(needs).filter(present::contains).toList();
        all.add(new PlatformPart(process(part), ours));
    }

    private PartProcess process(Part part) {
        return new PartProcess(part, settings.run(), settings.logs());
    }

    /** Where {@code role} connects; makes the role, if it is not there, and with the first one the database. */
    private synchronized String databaseUrl(String role) throws IOException {
        String password = secrets.password("postgres-" + role);
        try {
            return settings.databaseUrl().isPresent()
                    ? DatabaseRoles.at(settings.databaseUrl().get()).create(role, password)
                    : postgres.createRole(role, password);
        } catch (SQLException e) {
            throw new IOException("the role %s cannot be made in the database: %s".formatted(role, e.getMessage()), e);
        }
    }
}
