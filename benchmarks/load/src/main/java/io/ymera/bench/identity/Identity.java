package io.ymera.bench.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ymera.bench.measure.CpuTime;
import io.ymera.bench.measure.Machine;
import io.ymera.bench.measure.Percentiles;
import io.ymera.bench.measure.Spread;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./ymera bench identity}. */
@Command(
        name = "identity",
        description = "Measures token verification, logins, client-credential grants and introspection.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class Identity implements Callable<Integer> {

    /** Twice the connections by default: logins under way at one account count against it. */
    private static final int USERS = 64;

    private static final String PASSWORD = "measured with a stop-watch";
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "5",
            description = "Runs of each (default: ${DEFAULT-VALUE}).")
    int runs;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "8",
            description = "How long a run takes (default: ${DEFAULT-VALUE}).")
    int seconds;

    @Option(
            names = "--warm-up",
            paramLabel = "S",
            defaultValue = "20",
            description = "How long each kind of request warms up (default: ${DEFAULT-VALUE}).")
    int warmUp;

    @Option(
            names = "--connections",
            paramLabel = "N",
            defaultValue = "32",
            description = "Connections of the client, each with one request at a time (default: ${DEFAULT-VALUE}).")
    int connections;

    @Option(
            names = "--rate",
            paramLabel = "R",
            defaultValue = "500",
            description = "Introspections per second beside logins (default: ${DEFAULT-VALUE}).")
    int rate;

    @Option(
            names = "--jvm",
            paramLabel = "FLAGS",
            defaultValue = "-Xms512m -Xmx512m -XX:+UseParallelGC",
            description = "Flags of auth-service's JVM (default: ${DEFAULT-VALUE}).")
    String jvm = "";

    @Option(
            names = "--port-offset",
            paramLabel = "N",
            defaultValue = "12000",
            description = "Added to every port (default: ${DEFAULT-VALUE}).")
    int portOffset;

    @Option(
            names = "--save",
            description = "Keeps the result as benchmarks/load/results/DATE-identity.json, to be committed.")
    boolean save;

    private final Clock clock = Clock.systemUTC();

    @Override
    public Integer call() throws Exception {
        Path checkout = Path.of(System.getProperty("ymera.checkout", "."))
                .toAbsolutePath()
                .normalize();
        Instant date = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        double load = Machine.load();
        String commit = Machine.commit(checkout);
        List<String> flags = List.of(jvm.strip().split("\\s+"));
        try (IdentityPlatform platform = new IdentityPlatform(checkout, flags, portOffset)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> closeQuietly(platform), "stop"));
            Machine machine = Machine.describe(platform.fileSystem(), load);
            line("commit         %s", commit);
            line(
                    "machine        %s, %d cores, %d MiB, %s, load before %.2f",
                    machine.cpu(), machine.cores(), machine.memoryMiB(), machine.fileSystem(), machine.loadBefore());
            line("software       Linux %s, %s", machine.kernel(), machine.jdk());
            line("auth-service   %s; %d connections, client on the same cores", jvm, connections);
            line("");
            List<Verification.Result> verification = Verification.measure(runs, text -> line("%s", text));
            platform.start();
            Map<String, Measured> http = new LinkedHashMap<>();
            Interference interference;
            try (HttpLoad client = new HttpLoad(platform.auth(), connections);
                    HttpLoad other = new HttpLoad(platform.auth(), connections)) {
                Calls calls = prepare(platform);
                http.put("introspection", measure("introspection", platform, client, calls.introspect()));
                http.put("client_credentials", measure("grants", platform, client, calls.grant()));
                http.put("login", measure("logins", platform, client, calls.login()));
                interference = interference(client, other, calls);
            }
            Path results = checkout.resolve("benchmarks/load/results");
            Path file = results.resolve(
                    save ? LocalDate.ofInstant(date, ZoneOffset.UTC) + "-identity.json" : "latest-identity.json");
            new IdentityResult(
                            date.toString(),
                            commit,
                            machine,
                            flags,
                            connections,
                            seconds,
                            verification,
                            http,
                            interference)
                    .write(file);
            line("%nresult         %s", checkout.relativize(file));
        }
        return 0;
    }

    private record Calls(HttpLoad.Call introspect, HttpLoad.Call grant, HttpLoad.Call login) {}

    private static Calls prepare(IdentityPlatform platform) throws IOException, InterruptedException {
        List<String> names =
                IntStream.range(0, USERS).mapToObj(i -> "bench-" + i).toList();
        for (String name : names) {
            platform.register(name, PASSWORD);
        }
        String token = platform.login(names.getFirst(), PASSWORD);
        String basic = Base64.getEncoder()
                .encodeToString((IdentityPlatform.CLIENT + ":" + platform.clientSecret()).getBytes(UTF_8));
        Map<String, String> form =
                Map.of("Content-Type", "application/x-www-form-urlencoded", "Authorization", "Basic " + basic);
        return new Calls(
                new HttpLoad.Call("/auth/introspect", form, List.of("token=" + token)),
                new HttpLoad.Call("/auth/token", form, List.of("grant_type=client_credentials")),
                new HttpLoad.Call(
                        "/auth/login",
                        JSON,
                        names.stream()
                                .map(name -> "{\"username\": \"%s\", \"password\": \"%s\"}".formatted(name, PASSWORD))
                                .toList()));
    }

    private Measured measure(String name, IdentityPlatform platform, HttpLoad client, HttpLoad.Call call)
            throws IOException {
        client.saturate(call, connections, Duration.ofSeconds(warmUp));
        double[] perSecond = new double[runs];
        double[] perCpuSecond = new double[runs];
        List<Percentiles> millis = new ArrayList<>();
        Map<String, Double> cpu = new LinkedHashMap<>();
        double answers = 0;
        for (int i = 0; i < runs; i++) {
            CpuTime before = CpuTime.now(platform.processes());
            HttpLoad.Answers run = client.saturate(call, connections, Duration.ofSeconds(seconds));
            CpuTime used = CpuTime.now(platform.processes()).since(before);
            double count = run.perSecond() * seconds;
            double servers = used.byProcess().getOrDefault("auth-service", 0.0)
                    + used.byProcess().getOrDefault("postgres", 0.0);
            perSecond[i] = run.perSecond();
            perCpuSecond[i] = count / servers;
            millis.add(run.millis());
            answers += count;
            used.byProcess().forEach((process, time) -> cpu.merge(process, time, Double::sum));
        }
        double all = answers;
        cpu.replaceAll((process, time) -> Math.round(time * 1e6 / all) / 1e3);
        Measured measured = new Measured(Spread.of(perSecond), Spread.of(perCpuSecond), millis, cpu);
        line(
                "%-14s %s a second, %s per CPU second of auth-service and PostgreSQL",
                name, measured.perSecond(), measured.perCpuSecond());
        millis.forEach(run -> line("               %s", run));
        line("               CPU per request %s ms", cpu);
        return measured;
    }

    private Interference interference(HttpLoad client, HttpLoad other, Calls calls) {
        Duration time = Duration.ofSeconds(seconds);
        HttpLoad.Answers alone = client.atRate(calls.introspect(), rate, time);
        CompletableFuture<HttpLoad.Answers> logins =
                CompletableFuture.supplyAsync(() -> other.saturate(calls.login(), connections, time));
        HttpLoad.Answers beside = client.atRate(calls.introspect(), rate, time);
        Interference result = new Interference(
                rate, alone.millis(), beside.millis(), Math.round(logins.join().perSecond()));
        line("interference   %d introspections a second, alone and beside %.0f logins a second", rate, result.logins());
        line("  alone        %s", result.alone());
        line("  beside       %s", result.besideLogins());
        return result;
    }

    private static void line(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }

    private static void closeQuietly(IdentityPlatform platform) {
        try {
            platform.close();
        } catch (IOException | InterruptedException e) {
            System.err.println("Not all was cleaned up: " + e);
        }
    }
}
