package io.ymera.bench.load;

import io.ymera.bench.measure.Machine;
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
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./ymera bench load}. */
@Command(
        name = "load",
        description = "Measures how many tasks the platform gets through, and how fast each of them.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class Load implements Callable<Integer> {

    private static final String DURABILITY =
            "PostgreSQL: fsync and synchronous_commit on; Kafka: acks=all of one replica, in its page cache; Redis: append-only, fsync each second";

    private static final int FAIRNESS_WAITING = 10_000;

    private final Clock clock = Clock.systemUTC();

    private final Console console = new Console();

    @Mixin
    private final Options options = new Options();

    @Override
    public Integer call() throws Exception {
        Path checkout = Path.of(System.getProperty("ymera.checkout", "."))
                .toAbsolutePath()
                .normalize();
        Instant date = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        double load = Machine.load();
        String commit = Machine.commit(checkout);
        try (Platform platform = new Platform(checkout, options.setup, options.profile)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> closeQuietly(platform), "stop"));
            Machine machine = Machine.describe(platform.fileSystem(), load);
            Result.SettingsUsed settings = settings(platform);
            console.start(commit, machine, settings);
            platform.start();
            Result.Measured measured;
            try (Database database = platform.database();
                    Submitter submitter = new Submitter(platform.tasks(), options.setup.connections)) {
                measured = measure(platform, database, submitter, checkout);
            }
            Path results = checkout.resolve("benchmarks/load/results");
            Path file = options.save
                    ? results.resolve(
                            "%s-%s.json".formatted(LocalDate.ofInstant(date, ZoneOffset.UTC), options.what.scenario()))
                    : results.resolve("latest.json");
            Result.of(date.toString(), commit, machine, settings, measured).write(file);
            console.line("%nresult         %s", checkout.relativize(file));
        }
        return 0;
    }

    private Result.Measured measure(Platform platform, Database database, Submitter submitter, Path checkout)
            throws Exception {
        Options.What what = options.what;
        Throughput throughput = new Throughput(platform, database, submitter);
        String token = platform.newUser();
        if (what.warmUp > 0) {
            console.warmUp(what.warmUp, throughput.run(token, what.warmUp));
        }
        if (what.stored != null) {
            Growth.Result growth = new Growth(throughput, database, console::progress)
                    .run(platform, what.tasks, what.runs, what.stored, what.waiting);
            console.growth(growth);
            return new Result.Measured(null, null, growth, null);
        }
        if (what.fairness) {
            Fairness.Result fairness = new Fairness(platform, database, submitter, console::progress)
                    .run(FAIRNESS_WAITING, options.setup.agents * options.setup.slots);
            console.fairness(fairness);
            return new Result.Measured(null, null, null, fairness);
        }
        Throughput.Result runs = null;
        if (what.runs > 0) {
            Profile profile = new Profile(platform, database, checkout.resolve("benchmarks/load/target/profile"));
            if (options.profile) {
                profile.start();
            }
            runs = throughput(throughput, token);
            if (options.profile) {
                console.line("%s", Profile.describe(profile.stop()));
            }
        }
        Latency.Result latency = null;
        if (what.rate > 0) {
            latency = new Latency(platform, database, submitter).run(token, what.rate, what.seconds);
            console.latency(latency);
        }
        return new Result.Measured(runs, latency, null, null);
    }

    private Throughput.Result throughput(Throughput throughput, String token)
            throws IOException, SQLException, InterruptedException {
        List<Throughput.Run> runs = new ArrayList<>();
        for (int i = 0; i < options.what.runs; i++) {
            Throughput.Run run = throughput.run(token, options.what.tasks);
            runs.add(run);
            console.run(options.what.tasks, run);
        }
        Throughput.Result result = Throughput.Result.of(options.what.tasks, options.setup.connections, runs);
        console.throughput(result);
        return result;
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
}
