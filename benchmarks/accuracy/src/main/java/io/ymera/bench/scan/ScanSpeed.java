package io.ymera.bench.scan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.ymera.bench.measure.Machine;
import io.ymera.bench.measure.Spread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./ymera bench scan}. */
@Command(
        name = "scan",
        description = {
            "Measures how fast a large code base is scanned, and scanned again when one of its files has changed,",
            "beside other programs: benchmarks/accuracy/fetch brings them and a code base."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class ScanSpeed implements Callable<Integer> {

    private static final String UNCHANGED = "YMERA, again, nothing changed";
    private static final String CHANGED = "YMERA, again, a method changed";
    private static final String MOST_USED = "YMERA, again, the most used file changed";

    @Parameters(arity = "0..1", paramLabel = "PATH", description = "The code base (default: what fetch has brought).")
    @Nullable
    Path path;

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "3",
            description = "Runs of each (default: ${DEFAULT-VALUE}).")
    int runs;

    @Option(
            names = "--heap",
            paramLabel = "SIZE",
            defaultValue = "4g",
            description = "The most that each may have (default: ${DEFAULT-VALUE}).")
    String heap = "";

    @Option(names = "--alone", description = "Without the other programs.")
    boolean alone;

    @Option(
            names = "--save",
            description = "Keeps the result as benchmarks/accuracy/results/DATE-scan.json, to be committed.")
    boolean save;

    private final Clock clock = Clock.systemUTC();
    private long lines;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path checkout = Path.of(System.getProperty("ymera.checkout", "."))
                .toAbsolutePath()
                .normalize();
        Path target = checkout.resolve("benchmarks/accuracy/target");
        Path speed = target.resolve("speed");
        Path sources =
                path == null ? speed.resolve("sources") : path.toAbsolutePath().normalize();
        if (!Files.isDirectory(sources)) {
            System.err.println("There is no code base in " + sources + "; run benchmarks/accuracy/fetch, or name one");
            return 2;
        }
        Path work = target.resolve("scan");
        delete(work);
        Files.createDirectories(work);
        CodeBase code = CodeBase.copy(sources, work.resolve("code"));
        lines = code.lines();
        double load = Machine.load();
        Machine machine = Machine.describe(Files.getFileStore(work).type(), load);
        String commit = Machine.commit(checkout);
        Instant date = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        line("commit     %s", commit);
        line(
                "machine    %s, %d cores, %d MiB, %s, load before %.2f",
                machine.cpu(), machine.cores(), machine.memoryMiB(), machine.fileSystem(), load);
        line("software   Linux %s, %s; heaps of %s", machine.kernel(), machine.jdk(), heap);
        line("code base  %,d files, %,d lines", code.files().size(), code.lines());
        line("%nEach run is a process of its own; median (least to most) of %d runs%n", runs);
        line("%-42s %22s %22s %22s %10s", "", "seconds", "lines/s and core", "peak MiB", "findings");
        Map<String, Measured> results = new LinkedHashMap<>();
        String classPath = System.getProperty("java.class.path");
        Path cache = work.resolve("cache");
        measure(
                "YMERA, cold",
                results,
                work,
                round -> Contender.ours(heap, absolute(classPath), code.root(), Optional.empty()));
        measure("YMERA, cold, filling a cache", results, work, round -> {
            delete(cache);
            Files.createDirectories(cache);
            return Contender.ours(heap, absolute(classPath), code.root(), Optional.of(cache));
        });
        Path mostUsed = code.mostUsed();
        measure(
                UNCHANGED,
                results,
                work,
                round -> Contender.ours(heap, absolute(classPath), code.root(), Optional.of(cache)));
        measure(CHANGED, results, work, round -> {
            CodeBase.change(code.medium(round), round);
            return Contender.ours(heap, absolute(classPath), code.root(), Optional.of(cache));
        });
        measure(MOST_USED, results, work, round -> {
            CodeBase.change(mostUsed, round);
            return Contender.ours(heap, absolute(classPath), code.root(), Optional.of(cache));
        });
        if (!alone) {
            int cores = Runtime.getRuntime().availableProcessors();
            Optional<Contender> pmd = Contender.pmd(
                    heap,
                    checkout.resolve("examination-agent/target/tools/pmd"),
                    code.root(),
                    work.resolve("report.sarif"),
                    cores);
            // It reads class files, and there are those only of what fetch has brought
            Optional<Contender> spotBugs =
                    path == null ? Contender.spotBugs(heap, speed, work.resolve("report.sarif")) : Optional.empty();
            for (Optional<Contender> other : List.of(spotBugs, pmd)) {
                if (other.isPresent()) {
                    measure(other.get().name(), results, work, round -> other.get());
                }
            }
            if (pmd.isEmpty() || spotBugs.isEmpty()) {
                line(
                        "%nNot measured for want of jars or class files: %s%s",
                        pmd.isEmpty() ? "PMD " : "", spotBugs.isEmpty() ? "SpotBugs" : "");
            }
        }
        double full = results.values().iterator().next().seconds().median();
        line("%nThe file that most others mention is %s.", code.root().relativize(mostUsed));
        for (String again : List.of(UNCHANGED, CHANGED, MOST_USED)) {
            Measured measured = results.get(again);
            if (measured != null && full > 0) {
                line(
                        "%s: %.1f %% of a cold scan",
                        again, 100 * measured.seconds().median() / full);
            }
        }
        Path folder = checkout.resolve("benchmarks/accuracy/results");
        Path file = save
                ? folder.resolve(LocalDate.ofInstant(date, ZoneOffset.UTC) + "-scan.json")
                : target.resolve("latest-scan.json");
        write(file, date, commit, machine, code, results);
        line("%nresult     %s", checkout.relativize(file));
        return 0;
    }

    /**
     * Of all runs.
     *
     * @param linesPerCpuSecond of the time that all its threads had a core
     */
    private record Measured(
            Spread seconds, Spread cpuSeconds, Spread linesPerCpuSecond, Spread peakMiB, int findings) {}

    private interface Round {
        Contender prepare(int round) throws IOException;
    }

    private void measure(String name, Map<String, Measured> results, Path work, Round round)
            throws IOException, InterruptedException {
        List<ProcessRun> done = new ArrayList<>();
        Path output = work.resolve("output");
        Path errors = work.resolve("errors");
        Path report = work.resolve("report.sarif");
        for (int i = 0; i < runs; i++) {
            Contender contender = round.prepare(i);
            Files.deleteIfExists(report);
            ProcessRun run = ProcessRun.of(contender.command(), contender.input(), output, errors);
            if (!contender.succeeded().test(run.exitCode())) {
                line("%-42s did not come to its end (%d); see %s", name, run.exitCode(), errors);
                return;
            }
            done.add(run);
        }
        Measured measured = new Measured(
                spread(done, ProcessRun::seconds),
                spread(done, ProcessRun::cpuSeconds),
                spread(done, run -> lines / run.cpuSeconds()),
                spread(done, ProcessRun::peakMiB),
                Files.exists(report) ? inSarif(report) : inResult(output));
        results.put(name, measured);
        line(
                "%-42s %22s %22s %22s %10d",
                name,
                String.format(
                        Locale.ROOT,
                        "%.1f (%.1f to %.1f)",
                        measured.seconds().median(),
                        measured.seconds().min(),
                        measured.seconds().max()),
                measured.linesPerCpuSecond(),
                measured.peakMiB(),
                measured.findings());
    }

    private static Spread spread(List<ProcessRun> runs, java.util.function.ToDoubleFunction<ProcessRun> value) {
        return Spread.of(runs.stream().mapToDouble(value).toArray());
    }

    private static int inResult(Path output) throws IOException {
        try (Stream<String> written = Files.lines(output)) {
            String last = written.reduce((before, after) -> after).orElse("{}");
            JsonNode result = new ObjectMapper().readTree(last).path("result");
            if (!result.at("/scans/0/whole").asBoolean()) {
                line("  which broke off: %s", result.path("notes"));
            }
            return result.at("/counts/total").asInt();
        }
    }

    private static int inSarif(Path report) throws IOException {
        return new ObjectMapper()
                .readTree(report.toFile())
                .at("/runs/0/results")
                .size();
    }

    private static void write(
            Path file, Instant date, String commit, Machine machine, CodeBase code, Map<String, Measured> results)
            throws IOException {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("date", date.toString());
        all.put("commit", commit);
        all.put("machine", machine);
        all.put("files", code.files().size());
        all.put("lines", code.lines());
        all.put("results", results);
        Files.createDirectories(file.getParent());
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), all);
    }

    /** The processes have another working directory in mind. */
    private static String absolute(String classPath) {
        Path jar = Path.of(classPath.split(":")[0]).toAbsolutePath();
        boolean packaged = !classPath.contains(":") && jar.toString().endsWith(".jar");
        return packaged ? jar.resolveSibling("lib") + "/*" : classPath;
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void line(String format, @Nullable Object... arguments) {
        System.out.println(String.format(Locale.ROOT, format, arguments));
    }
}
