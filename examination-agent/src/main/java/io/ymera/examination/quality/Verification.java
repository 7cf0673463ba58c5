package io.ymera.examination.quality;

import io.ymera.agent.TaskFailedException;
import io.ymera.codebase.Language;
import io.ymera.codebase.Project;
import io.ymera.codebase.SourceLines;
import io.ymera.codebase.lab.Workbench;
import io.ymera.examination.analysis.CodeFacts;
import io.ymera.examination.analysis.ComplexityAnalysis;
import io.ymera.examination.analysis.ComplexityReport;
import io.ymera.examination.analysis.DocumentationCoverage;
import io.ymera.examination.analysis.DocumentationReport;
import io.ymera.examination.analysis.DuplicationAnalysis;
import io.ymera.examination.analysis.DuplicationReport;
import io.ymera.examination.analysis.Facts;
import io.ymera.examination.analysis.StaticAnalysis;
import io.ymera.examination.analysis.StaticAnalysisReport;
import io.ymera.examination.benchmark.Baseline;
import io.ymera.examination.benchmark.BenchmarkOptions;
import io.ymera.examination.benchmark.BenchmarkReport;
import io.ymera.examination.benchmark.Benchmarks;
import io.ymera.examination.report.Finding;
import io.ymera.examination.testing.CoverageReport;
import io.ymera.examination.testing.Examined;
import io.ymera.examination.testing.TestExecution;
import io.ymera.examination.testing.TestOptions;
import io.ymera.examination.testing.TestReport;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Has a code base examined by all the others, one after the other, each once. What can't be examined at all (its task would have
 * failed) is said and left out, so that one missing tool does not hide what the others find. Thread-safe.
 */
@Singleton
class Verification {

    private static final Pattern README = Pattern.compile("(?i)readme(?:\\.[a-z]{1,10})?");
    private static final Duration BENCHMARK_TIME = Duration.ofMinutes(10);

    private final TestExecution tests;
    private final StaticAnalysis analysis;
    private final CodeFacts facts;
    private final ComplexityAnalysis complexity;
    private final DocumentationCoverage documentation;
    private final DuplicationAnalysis duplication;
    private final Benchmarks benchmarks;

    Verification(
            TestExecution tests,
            StaticAnalysis analysis,
            CodeFacts facts,
            ComplexityAnalysis complexity,
            DocumentationCoverage documentation,
            DuplicationAnalysis duplication,
            Benchmarks benchmarks) {
        this.tests = tests;
        this.analysis = analysis;
        this.facts = facts;
        this.complexity = complexity;
        this.documentation = documentation;
        this.duplication = duplication;
        this.benchmarks = benchmarks;
    }

    /**
     * Examines it.
     *
     * @throws TaskFailedException retryable, if nothing can be confined now; permanent, if what the request says of security makes no
     *     sense
     */
    Parts examine(Project project, VerifyQualityRequest request, Workbench bench, Stages stages)
            throws TaskFailedException, InterruptedException {
        List<Finding> security = request.security() == null ? null : SecurityFindings.of(request.security());

        stages.begin("tests", 0.55);
        TestOptions options = TestOptions.defaults().withCoverage().withTimeout(request.testTimeout());
        Attempted<Examined> tested = attempt(() -> tests.run(project, options, bench));

        stages.begin("static analysis", 0.75);
        Attempted<StaticAnalysisReport> analysed = attempt(() -> analysis.examine(project, bench, false));

        stages.begin("complexity and documentation", 0.85);
        Attempted<Facts> read = attempt(() -> facts.read(project, bench));
        ComplexityReport complex = read.value() == null ? null : complexity.report(read.value());
        DocumentationReport documented = read.value() == null ? null : documentation.report(read.value());

        stages.begin("duplication", 0.92);
        Attempted<DuplicationReport> duplicated =
                attempt(() -> duplication.examine(project, bench, DuplicationAnalysis.USUAL_TOKENS));

        stages.begin("benchmarks", 0.98);
        Attempted<BenchmarkReport> measured = benchmarks(project, request.baseline(), bench);

        TestReport report = tested.value() == null ? null : tested.value().report();
        CoverageReport coverage =
                tested.value() == null ? null : tested.value().coverage().orElse(null);
        return new Parts(
                lines(project),
                sources(project),
                project.paths().stream().anyMatch(path -> README.matcher(path).matches()),
                report,
                coverage,
                tested.failure(),
                analysed.value(),
                analysed.failure(),
                complex,
                documented,
                duplicated.value(),
                read.failure() == null ? duplicated.failure() : read.failure(),
                security,
                measured.value(),
                measured.failure());
    }

    /** Only beside a baseline: a duration by itself is neither good nor bad. */
    private Attempted<BenchmarkReport> benchmarks(Project project, @Nullable List<Baseline> baseline, Workbench bench)
            throws TaskFailedException, InterruptedException {
        int files = benchmarks.files(project).size();
        if (baseline == null) {
            String there =
                    files == 0 ? "" : ", with which " + Points.count(files, "benchmark file") + " could be compared";
            return new Attempted<>(null, "no baseline was handed in" + there);
        }
        BenchmarkOptions options =
                new BenchmarkOptions(baseline, BenchmarkOptions.TOLERANCE, BenchmarkOptions.ROUNDS, BENCHMARK_TIME);
        Attempted<BenchmarkReport> measured = attempt(() -> benchmarks.measure(project, options, bench));
        boolean none = measured.value() != null && measured.value().benchmarks().isEmpty();
        return none ? new Attempted<>(measured.value(), "no benchmark was found that can be run") : measured;
    }

    private static int lines(Project project) {
        SourceLines lines = new SourceLines(project);
        int sum = 0;
        for (Language language : Language.values()) {
            for (String path : project.productSources(language)) {
                sum += lines.count(path);
            }
        }
        return sum;
    }

    private static int sources(Project project) {
        int sum = 0;
        for (Language language : Language.values()) {
            sum += project.productSources(language).size();
        }
        return sum;
    }

    private interface Work<T> {
        T run() throws TaskFailedException, InterruptedException;
    }

    /** What came out, or why nothing did. */
    private record Attempted<T>(@Nullable T value, @Nullable String failure) {}

    private static <T> Attempted<T> attempt(Work<T> work) throws TaskFailedException, InterruptedException {
        try {
            return new Attempted<>(work.run(), null);
        } catch (TaskFailedException e) {
            if (e.failure().retryable()) {
                throw e;
            }
            return new Attempted<>(null, e.getMessage());
        }
    }
}
