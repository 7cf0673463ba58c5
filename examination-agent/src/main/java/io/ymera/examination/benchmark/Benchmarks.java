package io.ymera.examination.benchmark;

import io.quarkus.arc.All;
import io.ymera.agent.TaskFailedException;
import io.ymera.codebase.Language;
import io.ymera.codebase.Project;
import io.ymera.codebase.lab.MissingTool;
import io.ymera.codebase.lab.PlanStep;
import io.ymera.codebase.lab.Texts;
import io.ymera.codebase.lab.Workbench;
import io.ymera.examination.benchmark.Harness.Absent;
import io.ymera.examination.benchmark.Harness.Present;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds a code base's benchmarks and measures them, one after the other, each in a process and a copy of the code base of its own.
 * Thread-safe.
 */
@Singleton
public class Benchmarks {

    private static final int MOST = 200;
    private static final int MAX_NAME = 200;
    private static final Pattern JAVA_BENCHMARK = Pattern.compile("(?:.*/)?(?:jmh/.*|[^/]*Bench(?:mark)?s?)\\.java");

    private final List<Harness> harnesses;
    private final Clock clock;

    /** With these languages. */
    public Benchmarks(@All List<Harness> harnesses, Clock clock) {
        this.harnesses = List.copyOf(harnesses);
        this.clock = clock;
    }

    /** The files that may hold benchmarks, of all languages. */
    public List<String> files(Project project) {
        return harnesses.stream()
                .flatMap(harness -> harness.files(project).stream())
                .sorted()
                .toList();
    }

    /**
     * Measures them all.
     *
     * @throws TaskFailedException retryable, if nothing can be run now; a benchmark that fails is part of the report
     */
    public BenchmarkReport measure(Project project, BenchmarkOptions options, Workbench bench)
            throws TaskFailedException, InterruptedException {
        Session session = new Session(options, bench, clock.instant().plus(bench.time(options.time())));
        for (Harness harness : sorted()) {
            List<String> files = harness.files(project);
            if (files.isEmpty()) {
                continue;
            }
            switch (harness.find()) {
                case Absent absent -> session.missing.add(absent.tool());
                case Present present ->
                    measure(files, new Measuring(present, project, options, bench), present, session);
            }
        }
        javaBenchmarks(project, session);
        return report(session);
    }

    private List<Harness> sorted() {
        return harnesses.stream()
                .sorted((a, b) -> a.language().compareTo(b.language()))
                .toList();
    }

    private void measure(List<String> files, Measuring measuring, Present program, Session session)
            throws TaskFailedException, InterruptedException {
        session.plan.add(new PlanStep(
                "measure the benchmarks",
                program.program(),
                program.version(),
                "there " + (files.size() == 1 ? "is " : "are ") + files.size() + " of its benchmark files: "
                        + some(files)));
        for (String file : files) {
            if (session.over(clock)) {
                session.notes.add("There was no time left for " + file);
                continue;
            }
            List<String> functions = measuring.functions(file, session.left(clock));
            measuring.failure().ifPresent(why -> session.runs.add(BenchmarkRun.failed(file, why, null)));
            for (String function : functions) {
                String id = Texts.bounded(file + "::" + function, MAX_NAME + file.length());
                if (session.runs.size() >= MOST || session.over(clock)) {
                    session.notes.add(id + " was not measured: "
                            + (session.over(clock) ? "the time is over" : "there are too many"));
                    continue;
                }
                session.bench
                        .context()
                        .progress(0, "measuring " + id + " (" + session.runs.size() + " measured before)");
                session.runs.add(measuring.measure(id, file, function, session.left(clock)));
            }
        }
        session.machine(measuring);
    }

    /** Java's need a build with JMH in it, and its annotation processor's output, which is more than a compiler gives. */
    private static void javaBenchmarks(Project project, Session session) {
        List<String> files = project.sources(Language.JAVA).stream()
                .filter(path -> JAVA_BENCHMARK.matcher(path).matches())
                .toList();
        if (!files.isEmpty()) {
            session.missing.add(new MissingTool(
                    "JMH",
                    "benchmarks in Java, which look to be in " + some(files),
                    "not supported yet: run them by hand, in the project's own build"));
        }
    }

    private BenchmarkReport report(Session session) {
        if (session.runs.isEmpty() && session.missing.isEmpty()) {
            session.notes.add("No benchmarks were found. What would be found: "
                    + sorted().stream()
                            .map(harness -> "in " + harness.language() + ", " + harness.example())
                            .collect(Collectors.joining("; ")));
        }
        for (Baseline before : session.options.baseline()) {
            if (session.runs.stream().noneMatch(run -> run.id().equals(before.id()))) {
                session.notes.add("There is a baseline for " + Texts.bounded(before.id(), 1000)
                        + ", and no such benchmark was measured");
            }
        }
        List<String> regressions = session.runs.stream()
                .filter(run -> run.comparison() == Comparison.SLOWER)
                .map(run -> sentence(run, session.options.tolerance()))
                .toList();
        return new BenchmarkReport(
                BenchmarkReport.BUILTIN,
                session.machine,
                session.plan,
                session.runs,
                regressions,
                session.options.tolerance(),
                session.missing,
                session.notes);
    }

    private static String sentence(BenchmarkRun run, double tolerance) {
        BenchmarkRun.Measured measured = run.measured();
        if (measured == null || run.baselineSeconds() == null || run.change() == null) {
            throw new IllegalArgumentException(run.id() + " has nothing to compare");
        }
        return String.format(
                Locale.ROOT,
                "%s is %.0f %% slower: %s a call instead of %s (spread %s, tolerance %.0f %%)",
                run.id(),
                run.change() * 100,
                Times.of(measured.medianSeconds()),
                Times.of(run.baselineSeconds()),
                Times.of(measured.spreadSeconds()),
                tolerance * 100);
    }

    private static String some(List<String> files) {
        return String.join(", ", files.subList(0, Math.min(5, files.size()))) + (files.size() > 5 ? ", ..." : "");
    }

    /** What has come out so far. */
    private static final class Session {

        private final BenchmarkOptions options;
        private final Workbench bench;
        private final Instant end;
        private final List<PlanStep> plan = new ArrayList<>();
        private final List<BenchmarkRun> runs = new ArrayList<>();
        private final List<MissingTool> missing = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();
        private @Nullable Machine machine;

        Session(BenchmarkOptions options, Workbench bench, Instant end) {
            this.options = options;
            this.bench = bench;
            this.end = end;
        }

        boolean over(Clock clock) {
            return !left(clock).isPositive();
        }

        Duration left(Clock clock) {
            return Duration.between(clock.instant(), end);
        }

        void machine(Measuring measuring) {
            measuring.machine().ifPresent(found -> {
                List<String> runtimes = new ArrayList<>(machine == null ? List.of() : machine.runtimes());
                runtimes.addAll(found.runtimes());
                machine = new Machine(
                        found.processors(),
                        found.model(),
                        runtimes.stream().sorted().toList());
            });
        }
    }
}
