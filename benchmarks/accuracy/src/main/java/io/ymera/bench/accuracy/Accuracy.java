package io.ymera.bench.accuracy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.ymera.bench.measure.Machine;
import io.ymera.scanner.finding.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./ymera bench accuracy}. */
@Command(
        name = "accuracy",
        description =
                "Scans vulnerable code and its safe twins, and says how much of the one is found and how much of the"
                        + " other.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class Accuracy implements Callable<Integer> {

    private static final String TABLES = "<!-- tables of ./ymera bench accuracy -->";
    private static final String END = "<!-- end of the tables -->";

    @Option(names = "--corpus", paramLabel = "DIR", description = "Other pairs than those of this repository.")
    @Nullable
    Path corpus;

    @Option(names = "--only", paramLabel = "TEXT", description = "Only pairs whose path contains this.")
    String only = "";

    @Option(
            names = "--scans",
            paramLabel = "NAME",
            split = ",",
            defaultValue = "security_scan,secret_scan,config_scan",
            description = "Which scans are run (default: ${DEFAULT-VALUE}).")
    List<String> scans = List.of();

    @Option(
            names = "--list",
            description = "Names what is missed, and each false alarm, but for pairs that are held back.")
    boolean list;

    @Option(
            names = "--expected",
            paramLabel = "FILE",
            description = "Instead of pairs: lines of test name, category, real vulnerability, cwe, as of the OWASP"
                    + " Benchmark.")
    @Nullable
    Path expected;

    @Option(names = "--root", paramLabel = "DIR", description = "The code that --expected is about.")
    @Nullable
    Path root;

    @Option(
            names = "--save",
            description =
                    "Writes the tables into docs/accuracy.md and the numbers into benchmarks/accuracy/results, to be"
                            + " committed.")
    boolean save;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private final Clock clock = Clock.systemUTC();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path checkout = Path.of(System.getProperty("ymera.checkout", "."))
                .toAbsolutePath()
                .normalize();
        Machine machine = Machine.describe("", Machine.load());
        Scanned.Eye eye = new Scanned.Eye(scans);
        String commit = Machine.commit(checkout);
        line("commit    %s", commit);
        line("machine   %s, %d cores, %d MiB", machine.cpu(), machine.cores(), machine.memoryMiB());
        line(
                "software  Linux %s, %s, heap of %d MiB",
                machine.kernel(), machine.jdk(), Runtime.getRuntime().maxMemory() >> 20);
        line("scans     %s", String.join(", ", eye.scans()));
        if (expected != null) {
            if (root == null || save || corpus != null) {
                throw new ParameterException(
                        spec.commandLine(), "--expected needs --root, and goes without --corpus and --save");
            }
            return expected(eye, expected, root);
        }
        Path pairs = corpus == null ? checkout.resolve("benchmarks/accuracy/corpus") : corpus;
        long begin = System.nanoTime();
        List<Outcome> outcomes = outcomes(eye, pairs);
        line(
                "corpus    %s, %d pairs in %d s%n",
                corpus == null ? checkout.relativize(pairs) : pairs,
                outcomes.size(),
                (System.nanoTime() - begin) / 1_000_000_000);
        List<Table> tables = Tables.of(outcomes);
        tables.forEach(table -> line("%s", table.text()));
        outcomes.stream()
                .filter(Outcome::broken)
                .forEach(one -> line("broke off  %s", one.pair().name()));
        if (list) {
            outcomes.stream().filter(one -> !one.pair().heldBack()).forEach(Accuracy::list);
        }
        if (save) {
            Instant date = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            saveTables(checkout.resolve("docs/accuracy.md"), date, commit, machine, eye, outcomes, tables);
            saveNumbers(checkout.resolve("benchmarks/accuracy/results"), date, commit, machine, eye, tables, outcomes);
        }
        return 0;
    }

    private List<Outcome> outcomes(Scanned.Eye eye, Path corpus) throws IOException, InterruptedException {
        List<Outcome> outcomes = new ArrayList<>();
        for (Pair pair : Pair.in(corpus)) {
            if (pair.name().contains(only)) {
                Scanned vulnerable = eye.scan(pair.vulnerable(), (scan, done, total) -> {});
                Scanned safe = eye.scan(pair.safe(), (scan, done, total) -> {});
                outcomes.add(Outcome.of(pair, vulnerable, safe));
            }
        }
        return outcomes;
    }

    private int expected(Scanned.Eye eye, Path file, Path root) throws IOException, InterruptedException {
        Expected cases = Expected.read(file);
        long begin = System.nanoTime();
        Scanned scanned = eye.scan(root, (scan, done, total) -> {
            if (total > 100) {
                System.err.printf(Locale.ROOT, "\r%s %d of %d ", scan, done, total);
            }
        });
        line(
                "root      %s, %d cases, %d findings in %d s%n",
                root, cases.cases().size(), scanned.findings().size(), (System.nanoTime() - begin) / 1_000_000_000);
        if (!scanned.whole()) {
            line("A scan broke off, so these numbers say nothing.");
        }
        Map<Expected.Case, Boolean> judged = cases.judge(scanned.findings());
        line("%s", Expected.table(judged).text());
        if (list) {
            judged.forEach((one, found) -> {
                if (one.real() != found) {
                    line(
                            "%s  %s (%s, CWE-%d)",
                            found ? "false alarm" : "missed     ", one.name(), one.category(), one.cwe());
                }
            });
        }
        return scanned.whole() ? 0 : 1;
    }

    private static void list(Outcome outcome) {
        if (!outcome.found()) {
            line("missed       %s", outcome.pair().name());
        }
        outcome.alarms()
                .forEach(each -> line("false alarm  %s  %s", outcome.pair().name(), describe(each)));
        outcome.others()
                .forEach(each -> line("other        %s  %s", outcome.pair().name(), describe(each)));
    }

    private static String describe(Finding finding) {
        return "%s %s %s:%d"
                .formatted(
                        finding.rule(),
                        finding.cwe().stream().map(cwe -> "CWE-" + cwe).collect(Collectors.joining(",")),
                        finding.location().path(),
                        finding.location().line());
    }

    /** Between two marks; the rest of the page is written by people. */
    private static void saveTables(
            Path page,
            Instant date,
            String commit,
            Machine machine,
            Scanned.Eye eye,
            List<Outcome> outcomes,
            List<Table> tables)
            throws IOException {
        String text = Files.readString(page);
        int begin = text.indexOf(TABLES);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IOException(page + " has no place for the tables: " + TABLES + " and " + END);
        }
        StringBuilder written =
                new StringBuilder(text.substring(0, begin)).append(TABLES).append("\n");
        written.append(String.format(
                Locale.ROOT,
                "%nMeasured on %s at commit %s with the scans %s: %s, %d cores, %s. %d pairs.%n%n",
                LocalDate.ofInstant(date, ZoneOffset.UTC),
                commit,
                String.join(", ", eye.scans()),
                machine.cpu(),
                machine.cores(),
                machine.jdk(),
                outcomes.size()));
        written.append(tables.stream().map(Table::markdown).collect(Collectors.joining("\n")));
        Files.writeString(page, written.append("\n").append(text.substring(end)));
        line("tables    %s", page);
    }

    private record Row(String name, Tally tally, double recall, double falsePositives, double score) {
        static Row of(String name, Tally tally) {
            return new Row(name, tally, round(tally.recall()), round(tally.falsePositives()), round(tally.youden()));
        }

        private static double round(double value) {
            return Math.round(value * 10) / 10.0;
        }
    }

    private static void saveNumbers(
            Path folder,
            Instant date,
            String commit,
            Machine machine,
            Scanned.Eye eye,
            List<Table> tables,
            List<Outcome> outcomes)
            throws IOException {
        Map<String, Object> numbers = new LinkedHashMap<>();
        numbers.put("date", date.toString());
        numbers.put("commit", commit);
        numbers.put("machine", machine);
        numbers.put("scans", eye.scans());
        Map<String, Object> byTable = new LinkedHashMap<>();
        tables.forEach(table -> byTable.put(
                table.title(),
                table.rows().entrySet().stream()
                        .map(row -> Row.of(row.getKey(), row.getValue()))
                        .toList()));
        numbers.put("tables", byTable);
        Map<String, Object> pairs = new TreeMap<>();
        outcomes.stream()
                .filter(one -> !one.pair().heldBack())
                .forEach(one -> pairs.put(
                        one.pair().name(), (one.found() ? "found" : "missed") + (one.alarm() ? ", false alarm" : "")));
        numbers.put("pairs", pairs);
        Files.createDirectories(folder);
        Path file = folder.resolve(LocalDate.ofInstant(date, ZoneOffset.UTC) + "-accuracy.json");
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), numbers);
        line("numbers   %s", file);
    }

    private static void line(String format, @Nullable Object... arguments) {
        System.out.println(String.format(Locale.ROOT, format, arguments));
    }
}
