package io.ymera.bench.examination;

import io.ymera.bench.examination.ExaminationResult.Throughput;
import io.ymera.bench.measure.Machine;
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
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./ymera bench examination}. */
@Command(
        name = "examination",
        description = "Measures the sandbox's start-up, submissions per minute and what they leave behind.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class Examination implements Callable<Integer> {

    private static final String TESTS = "test_execution";
    private static final int WARM_UP = 10;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "5",
            description = "Rounds of each (default: ${DEFAULT-VALUE}).")
    int rounds;

    @Option(
            names = "--submissions",
            paramLabel = "N",
            defaultValue = "40",
            description = "Submissions in a round (default: ${DEFAULT-VALUE}).")
    int submissions;

    @Option(
            names = "--slots",
            paramLabel = "N",
            defaultValue = "1",
            description = "Slots of the agent (default: ${DEFAULT-VALUE}).")
    int slots;

    @Option(
            names = "--modules",
            paramLabel = "N",
            split = ",",
            defaultValue = "1,100,1000",
            description = "Sizes of the project: files of 40 lines beside its 20 tests (default: ${DEFAULT-VALUE}).")
    List<Integer> modules = List.of();

    @Option(
            names = "--starts",
            paramLabel = "N",
            defaultValue = "100",
            description = "Starts of the sandbox (default: ${DEFAULT-VALUE}).")
    int starts;

    @Option(
            names = "--port-offset",
            paramLabel = "N",
            defaultValue = "13000",
            description = "Added to every port (default: ${DEFAULT-VALUE}).")
    int portOffset;

    @Option(
            names = "--save",
            description = "Keeps the result as benchmarks/load/results/DATE-examination.json, to be committed.")
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
        try (ExaminationPlatform platform = new ExaminationPlatform(checkout, slots, portOffset)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> closeQuietly(platform), "stop"));
            Machine machine = Machine.describe(platform.fileSystem(), load);
            line("commit         %s", commit);
            line(
                    "machine        %s, %d cores, %d MiB, %s, load before %.2f",
                    machine.cpu(), machine.cores(), machine.memoryMiB(), machine.fileSystem(), machine.loadBefore());
            line("software       Linux %s, %s; agent with %d slots", machine.kernel(), machine.jdk(), slots);
            line(
                    "settings       %d starts of the sandbox; %d rounds of %d submissions for each of %s modules: %d in all",
                    starts, rounds, submissions, modules, rounds * submissions * modules.size());
            line("");
            List<StartUp.Result> startUp = StartUp.measure(starts, modules, text -> line("%s", text));
            line("");
            progress("starting the platform");
            platform.start();
            progress("warming up with %d submissions", WARM_UP);
            String token = platform.newUser();
            platform.run(token, TESTS, Submission.parameters(1), WARM_UP);
            progress("looking at what the agent holds before");
            Traces before = platform.traces();
            List<Throughput> throughput = new ArrayList<>();
            for (int size : modules) {
                throughput.add(measure(platform, token, size));
            }
            progress("looking at what the agent holds after");
            Traces after = platform.traces();
            int done = rounds * submissions * modules.size();
            line("");
            line("after %d submissions      before  after", done);
            row("processes", before.processes(), after.processes());
            row("mounts", before.mounts(), after.mounts());
            row("open files", before.openFiles(), after.openFiles());
            row("threads", before.threads(), after.threads());
            row("files of workspaces", before.workspaces(), after.workspaces());
            row("live heap, MiB", before.liveMiB(), after.liveMiB());
            Path results = checkout.resolve("benchmarks/load/results");
            Path file = results.resolve(
                    save ? LocalDate.ofInstant(date, ZoneOffset.UTC) + "-examination.json" : "latest-examination.json");
            new ExaminationResult(date.toString(), commit, machine, slots, startUp, throughput, done, before, after)
                    .write(file);
            line("%nresult         %s", checkout.relativize(file));
        }
        return 0;
    }

    private Throughput measure(ExaminationPlatform platform, String token, int size)
            throws IOException, InterruptedException {
        double[] perMinute = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            Duration time = platform.run(token, TESTS, Submission.parameters(size), submissions);
            perMinute[round] = submissions * 60.0 / (time.toNanos() / 1e9) / slots;
            progress(
                    "round %d of %d with %d modules: %d submissions in %.1f s",
                    round + 1, rounds, size, submissions, time.toNanos() / 1e9);
        }
        Spread spread = Spread.of(perMinute);
        line("%s  20 tests, %5d modules: %s a minute and slot", TESTS, size, spread);
        return new Throughput(TESTS, size, spread);
    }

    private static void row(String name, long before, long after) {
        line("%-22s %9d %6d", name, before, after);
    }

    private static void line(String format, Object... arguments) {
        System.out.println(String.format(Locale.ROOT, format, arguments));
    }

    /** What is of interest only while it runs; not among the results. */
    private static void progress(String format, Object... arguments) {
        System.err.println("... " + String.format(Locale.ROOT, format, arguments));
    }

    private static void closeQuietly(ExaminationPlatform platform) {
        try {
            platform.close();
        } catch (IOException | InterruptedException e) {
            System.err.println("Stopping: " + e);
        }
    }
}
