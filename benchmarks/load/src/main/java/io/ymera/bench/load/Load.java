package io.ymera.bench.load;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./ymera bench load}. The script builds the platform and passes the checkout in {@code ymera.checkout}. */
@Command(
        name = "ymera bench load",
        description = "Measures this checkout's platform on this machine, in a home and on ports of its own.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class Load implements Callable<Integer> {

    private static final String DURABILITY =
            "PostgreSQL: fsync and synchronous_commit on; Kafka: acks=all of one replica, in its page cache; Redis: append-only, fsync each second";

    private final Clock clock = Clock.systemUTC();

    @Mixin
    private final Options options = new Options();

    private Load() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Load()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Path checkout = Path.of(System.getProperty("ymera.checkout", "."))
                .toAbsolutePath()
                .normalize();
        Instant date = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        double load = Machine.load();
        Throughput.Result throughput = null;
        Latency.Result latency = null;
        try (Platform platform = new Platform(checkout, options.setup, options.profile)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> closeQuietly(platform), "stop"));
            Machine machine = Machine.describe(platform.fileSystem(), load);
            String commit = Machine.commit(checkout);
            Result.SettingsUsed settings = settings(platform);
            print(commit, machine, settings);
            platform.start();
            try (Database database = platform.database();
                    Submitter submitter = new Submitter(platform.tasks(), options.setup.connections)) {
                String token = platform.newUser();
                Throughput runs = new Throughput(platform, database, submitter);
                if (options.what.warmUp > 0) {
                    Throughput.Run warmUp = runs.run(token, options.what.warmUp);
                    line("warm-up        %d tasks at %.0f/s", options.what.warmUp, warmUp.tasksPerSecond());
                }
                throughput = throughput(platform, runs, token);
                if (options.what.rate > 0) {
                    latency = new Latency(platform, database, submitter)
                            .run(token, options.what.rate, options.what.seconds);
                    print(latency);
                }
            }
            Path results = checkout.resolve("benchmarks/load/results");
            Path file = options.save
                    ? results.resolve(
                            "%s-%s.json".formatted(LocalDate.ofInstant(date, ZoneOffset.UTC), options.what.scenario()))
                    : results.resolve("latest.json");
            new Result(date.toString(), commit, machine, settings, throughput, latency).write(file);
            line("%nresult         %s", checkout.relativize(file));
        }
        return 0;
    }

    private Throughput.@Nullable Result throughput(Platform platform, Throughput throughput, String token)
            throws IOException, SQLException, InterruptedException {
        if (options.what.runs == 0) {
            return null;
        }
        List<Throughput.Run> runs = new ArrayList<>();
        for (int i = 0; i < options.what.runs; i++) {
            Throughput.Run run = throughput.run(token, options.what.tasks);
            runs.add(run);
            line(
                    "throughput     %.0f tasks/s (%d in %.1f s, accepted at %.0f/s)   answer %s%s",
                    run.tasksPerSecond(),
                    options.what.tasks,
                    run.seconds(),
                    run.submittedPerSecond(),
                    run.submit(),
                    run.repeated() > 0 ? "   repeated: " + run.repeated() : "");
        }
        Throughput.Result result = Throughput.Result.of(options.what.tasks, options.setup.connections, runs);
        Spread spread = result.tasksPerSecond();
        line("  median       %.0f tasks/s, from %.0f to %.0f", spread.median(), spread.min(), spread.max());
        line("  CPU per task %s", cpu(Throughput.cpuPerTask(result), "ms"));
        line(
                "  cores busy   %.2f of %d, stolen %.2f",
                runs.stream().mapToDouble(Throughput.Run::busy).average().orElse(0),
                Runtime.getRuntime().availableProcessors(),
                runs.stream().mapToDouble(Throughput.Run::stolen).average().orElse(0));
        return result;
    }

    private static void print(String commit, Machine machine, Result.SettingsUsed settings) {
        line("commit         %s", commit);
        line(
                "machine        %s, %d cores, %d MiB, %s, load before %.2f",
                machine.cpu(), machine.cores(), machine.memoryMiB(), machine.fileSystem(), machine.loadBefore());
        line("software       Linux %s, %s", machine.kernel(), machine.jdk());
        line("services       %s", String.join(" ", settings.serviceJvm()));
        line("broker         %s", String.join(" ", settings.brokerJvm()));
        line("PostgreSQL     %s", settings.postgres());
        line("durability     %s", settings.durability());
        line(
                "agents         %d with %d slots each%s",
                settings.agents(), settings.slots(), settings.throughGateway() ? "; through the gateway" : "");
        if (!settings.managerEnvironment().isEmpty()
                || !settings.agentEnvironment().isEmpty()) {
            line("environment    manager %s, agents %s", settings.managerEnvironment(), settings.agentEnvironment());
        }
        line("");
    }

    private static void print(Latency.Result latency) {
        line("latency        at %d tasks/s for %d s, since the request was sent", latency.rate(), latency.seconds());
        line("  answered     %s", latency.answered());
        line("  started      %s   (the handler began)", latency.started());
        line("  start stored %s", latency.startStored());
        line("  completed    %s", latency.completed());
        line(
                "  CPU          %s%s",
                cpu(latency.cpu(), "s"), latency.repeated() > 0 ? "   repeated: " + latency.repeated() : "");
    }

    private static String cpu(Map<String, Double> byProcess, String unit) {
        StringBuilder text = new StringBuilder();
        byProcess.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .forEach(entry ->
                        text.append(String.format(Locale.ROOT, "%s %.2f, ", entry.getKey(), entry.getValue())));
        double sum =
                byProcess.values().stream().mapToDouble(Double::doubleValue).sum();
        return text.append(String.format(Locale.ROOT, "together %.2f %s", sum, unit))
                .toString();
    }

    private Result.SettingsUsed settings(Platform platform) {
        Options.Setup setup = options.setup;
        return new Result.SettingsUsed(
                List.of(setup.jvm.strip().split("\\s+")),
                platform.broker(),
                platform.postgres(),
                setup.managerEnvironment,
                setup.agentEnvironment,
                setup.agents,
                setup.slots,
                setup.throughGateway,
                DURABILITY);
    }

    private static void closeQuietly(Platform platform) {
        try {
            platform.close();
        } catch (IOException | InterruptedException e) {
            System.err.println("Not all was cleaned up: " + e);
        }
    }

    private static void line(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
