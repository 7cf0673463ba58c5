package io.ymera.bench.gateway;

import io.ymera.bench.measure.JvmProfile;
import io.ymera.bench.measure.Machine;
import io.ymera.local.process.Part;
import io.ymera.local.process.PartFailedException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./ymera bench gateway}. */
@Command(
        name = "gateway",
        description =
                "Measures the gateway beside nginx and Spring Cloud Gateway, with idle WebSockets, and with large bodies.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class Gateway implements Callable<Integer> {

    /** On which small answers are asked for beside slow readers: few, so that they do not wait for each other. */
    private static final int SMALL_CONNECTIONS = 4;

    private final Clock clock = Clock.systemUTC();
    private final Console console = new Console();

    @Mixin
    private final Options options = new Options();

    @Override
    public Integer call() throws Exception {
        try {
            return run();
        } catch (IOException | PartFailedException e) {
            System.err.println("ymera bench gateway: " + e.getMessage());
            return 1;
        }
    }

    /** Candidates, WebSockets or transfers; the others are null. */
    private record Outcome(
            @Nullable Map<Candidate, Measured> measured,
            IdleWebSockets.@Nullable Result idleWebSockets,
            Transfers.@Nullable Result transfers,
            boolean isGood) {}

    private int run() throws IOException, InterruptedException, PartFailedException {
        Path checkout = Path.of(System.getProperty("ymera.checkout", "."))
                .toAbsolutePath()
                .normalize();
        if (options.what.idleWebSockets != null) {
            IdleWebSockets.requireRoom(options.what.idleWebSockets);
        }
        Instant date = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        double load = Machine.load();
        String commit = Machine.commit(checkout);
        try (Stage stage = new Stage(checkout)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> closeQuietly(stage), "stop"));
            Machine machine = Machine.describe(stage.fileSystem(), load);
            GatewayResult.SettingsUsed settings = settings(checkout);
            console.start(commit, machine, settings, options.what.isComparison());
            Parts parts = new Parts(checkout, stage.home(), options.how.portOffset, options.how.jvm());
            Tokens tokens = Tokens.make(stage.home().resolve("data"), options.how.users);
            Outcome outcome = options.what.isComparison()
                    ? compare(checkout, stage, parts, tokens)
                    : measureAlone(stage, parts, tokens);
            Path results = checkout.resolve("benchmarks/load/results");
            String scenario = options.what.scenario();
            Path file = results.resolve(
                    options.save
                            ? "%s-%s.json".formatted(LocalDate.ofInstant(date, ZoneOffset.UTC), scenario)
                            : "latest-%s.json".formatted(scenario));
            new GatewayResult(
                            date.toString(),
                            commit,
                            machine,
                            settings,
                            byId(outcome.measured()),
                            outcome.measured() == null ? null : Aim.of(outcome.measured()),
                            outcome.idleWebSockets(),
                            outcome.transfers())
                    .write(file);
            console.line("%nresult         %s", checkout.relativize(file));
            return outcome.isGood() ? 0 : 1;
        }
    }

    private GatewayResult.SettingsUsed settings(Path checkout) throws IOException, InterruptedException {
        Map<String, String> software = new LinkedHashMap<>();
        if (options.what.isComparison()) {
            software.put("nginx", Versions.nginx());
            software.put(
                    "Spring Cloud Gateway", SpringCloudGateway.version(new SpringCloudGateway(checkout).jar(console)));
        }
        if (options.what.idleWebSockets == null) {
            software.put("wrk", Versions.wrk());
        }
        return new GatewayResult.SettingsUsed(
                options.how.jvm(),
                software,
                options.how.connections,
                options.how.threads,
                options.how.users,
                options.how.rounds(),
                options.how.seconds());
    }

    private Outcome compare(Path checkout, Stage stage, Parts parts, Tokens tokens)
            throws IOException, InterruptedException, PartFailedException {
        Wrk wrk = Wrk.make(stage.home(), tokens.file(), options.how.threads, options.how.connections);
        List<Candidate> candidates = options.what.candidates();
        stage.start(List.of(parts.standIn(tokens.keySet()), parts.service(), parts.tokenCheck(), parts.redis()));
        List<Part> gateways = new ArrayList<>();
        for (Candidate candidate : candidates) {
            gateway(candidate, parts, checkout).ifPresent(gateways::add);
        }
        stage.start(gateways);
        Comparison comparison = new Comparison(stage, wrk, options.how.portOffset, console);
        comparison.warmUp(candidates, tokens.any(), options.how.warmUp());
        @Nullable JvmProfile profile = options.profile ? profile(checkout, stage, candidates) : null;
        Map<Candidate, Measured> measured = comparison.measure(candidates, options.how.rounds(), options.how.seconds());
        if (profile != null) {
            console.line("%s", JvmProfile.describe(profile.stop()));
        }
        console.comparison(measured, Aim.of(measured));
        return new Outcome(measured, null, null, measured.values().stream().allMatch(of -> of.errors() == 0));
    }

    /** What is to be started for it; nothing for {@link Candidate#DIRECT}. */
    private Optional<Part> gateway(Candidate candidate, Parts parts, Path checkout)
            throws IOException, InterruptedException {
        Site site = candidate.site();
        return switch (candidate) {
            case DIRECT -> Optional.empty();
            case NGINX -> Optional.of(parts.nginx(site, true));
            case NGINX_DEFAULTS -> Optional.of(parts.nginx(site, false));
            case NGINX_AUTH_REQUEST -> Optional.of(parts.nginxAuthRequest(site, true));
            case NGINX_AUTH_REQUEST_DEFAULTS -> Optional.of(parts.nginxAuthRequest(site, false));
            case SPRING_CLOUD_GATEWAY ->
                Optional.of(parts.springCloudGateway(new SpringCloudGateway(checkout).jar(console)));
            case GATEWAY_ROUTING -> Optional.of(parts.gatewayRouting());
            case GATEWAY -> Optional.of(parts.gateway(Site.SERVICE, Map.of()));
        };
    }

    private static JvmProfile profile(Path checkout, Stage stage, List<Candidate> candidates)
            throws IOException, InterruptedException {
        Map<String, ProcessHandle> jvms = new LinkedHashMap<>();
        for (Candidate candidate : candidates) {
            if (candidate.isJvm()) {
                jvms.put(candidate.site().title(), stage.process(candidate.site()));
            }
        }
        return JvmProfile.start(jvms, checkout.resolve("benchmarks/load/target/profile"));
    }

    /** The gateway with everything on, and nothing to compare it with. */
    private Outcome measureAlone(Stage stage, Parts parts, Tokens tokens)
            throws IOException, InterruptedException, PartFailedException {
        Integer webSockets = options.what.idleWebSockets;
        stage.start(List.of(parts.standIn(tokens.keySet()), parts.redis()));
        stage.start(List.of(parts.gateway(
                Site.STAND_IN,
                webSockets != null
                        ? Map.of()
                        : Map.of("ROUTES_FILE", routes(stage).toString()))));
        ProcessHandle gateway = stage.process(Site.GATEWAY);
        URI url = Site.GATEWAY.url(options.how.portOffset);
        if (webSockets != null) {
            IdleWebSockets.Result result = IdleWebSockets.measure(
                    gateway,
                    url.resolve("/ws"),
                    tokens.any(),
                    webSockets,
                    Duration.ofSeconds(options.what.hold),
                    console);
            return new Outcome(null, result, null, result.isGood());
        }
        Wrk small = Wrk.make(stage.home(), tokens.file(), 1, SMALL_CONNECTIONS);
        Transfers transfers =
                new Transfers(gateway, url, options.what.downloadPath, options.what.uploadPath, tokens.any(), console);
        Transfers.Result result = transfers.measure(
                Objects.requireNonNull(options.what.transfer),
                small,
                options.how.warmUp(),
                options.how.rounds(),
                options.how.seconds());
        return new Outcome(null, null, result, result.isGood());
    }

    private static Path routes(Stage stage) throws IOException {
        try (InputStream resource = Objects.requireNonNull(Gateway.class.getResourceAsStream("routes.yaml"))) {
            return Files.write(stage.home().resolve("data/routes.yaml"), resource.readAllBytes());
        }
    }

    private static @Nullable Map<String, Measured> byId(@Nullable Map<Candidate, Measured> measured) {
        if (measured == null) {
            return null;
        }
        Map<String, Measured> byId = new LinkedHashMap<>();
        measured.forEach((candidate, of) -> byId.put(candidate.id(), of));
        return byId;
    }

    private static void closeQuietly(Stage stage) {
        try {
            stage.close();
        } catch (IOException | InterruptedException e) {
            System.err.println("Not all was cleaned up: " + e);
        }
    }
}
