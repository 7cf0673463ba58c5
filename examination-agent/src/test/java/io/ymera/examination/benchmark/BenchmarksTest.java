package io.ymera.examination.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import io.ymera.codebase.Project;
import io.ymera.codebase.SourceFile;
import io.ymera.codebase.SourceTree;
import io.ymera.codebase.lab.LookedFor;
import io.ymera.codebase.lab.QuietAttempt;
import io.ymera.codebase.lab.Workbench;
import io.ymera.codebase.python.Python;
import io.ymera.sandbox.Sandbox;
import io.ymera.sandbox.SandboxMode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(PER_CLASS)
@Timeout(120)
class BenchmarksTest {

    private static final SourceFile SUMS = new SourceFile("benchmarks/sums.py", """
            from shapes import area
            import os
            print("{}")

            def bench_area():
                os.write(1, b'{"event":"measured","seconds":[1]}\\n')
                area(3)

            def bench_broken():
                raise ValueError("no good")

            def bench_dead():
                os._exit(7)

            def bench_asked(size):
                pass

            def helper():
                pass
            """, "utf-8");
    private static final SourceFile SHAPES =
            new SourceFile("shapes.py", "def area(side):\n    return side * side\n", "utf-8");

    private final Sandbox sandbox = Sandbox.create(SandboxMode.AUTO);
    private final Benchmarks benchmarks =
            new Benchmarks(List.of(new PythonHarness(new Python(sandbox, new LookedFor()))), Clock.systemUTC());

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path workspace;

    @AfterAll
    void close() {
        sandbox.close();
    }

    @Test
    void each_benchmark_is_measured_by_itself_and_one_that_fails_says_why() throws Exception {
        // When
        BenchmarkReport report = measure(List.of(SUMS, SHAPES), List.of());

        // Then
        assertThat(report.benchmarks())
                .extracting(BenchmarkRun::id)
                .containsExactly(
                        "benchmarks/sums.py::bench_area",
                        "benchmarks/sums.py::bench_broken",
                        "benchmarks/sums.py::bench_dead",
                        "benchmarks/sums.py::bench_asked");
        assertThat(report.benchmarks().get(0).measured()).satisfies(measured -> {
            assertThat(measured).isNotNull();
            assertThat(measured.rounds()).isEqualTo(3);
            assertThat(measured.minSeconds()).isPositive().isLessThanOrEqualTo(measured.medianSeconds());
            assertThat(measured.iterations()).isGreaterThan(100);
            assertThat(measured.peakMemoryBytes()).isBetween(1L << 20, 1L << 30);
        });
        assertThat(report.benchmarks().get(1).failure())
                .contains("ValueError: no good")
                .doesNotContain("bench_python.py");
        assertThat(report.benchmarks().get(2).failure()).contains("ended with status 7");
        assertThat(report.benchmarks().get(3).failure()).contains("needs arguments");
        assertThat(report.machine()).satisfies(machine -> {
            assertThat(machine).isNotNull();
            assertThat(machine.processors()).isPositive();
            assertThat(machine.runtimes()).singleElement().asString().contains("Python 3.");
        });
        assertThat(report.regressions()).isEmpty();
    }

    @Test
    void what_is_much_slower_than_its_baseline_is_a_regression_with_its_numbers() throws Exception {
        // Given
        List<Baseline> baseline = List.of(
                new Baseline("bench_it.py::bench_slow", 1e-9),
                new Baseline("bench_it.py::bench_fast", 1000.0),
                new Baseline("bench_it.py::bench_gone", 1.0));
        SourceFile file = new SourceFile(
                "bench_it.py",
                "def bench_slow(): sum(range(1000))\ndef bench_fast(): pass\ndef bench_new(): pass\n",
                "utf-8");

        // When
        BenchmarkReport report = measure(List.of(file), baseline);

        // Then
        assertThat(report.benchmarks())
                .extracting(BenchmarkRun::comparison)
                .containsExactly(Comparison.SLOWER, Comparison.FASTER, Comparison.NO_BASELINE);
        assertThat(report.regressions())
                .singleElement()
                .asString()
                .startsWith("bench_it.py::bench_slow is ")
                .contains("% slower", "instead of 1.00 ns", "tolerance 10 %");
        assertThat(report.notes()).anySatisfy(note -> assertThat(note).contains("bench_gone"));
    }

    @Test
    void a_file_that_can_not_be_loaded_is_a_failure_of_its_own() throws Exception {
        // When
        BenchmarkReport report =
                measure(List.of(new SourceFile("x_bench.py", "import nothing_like_it\n", "utf-8")), List.of());

        // Then
        assertThat(report.benchmarks()).singleElement().satisfies(run -> {
            assertThat(run.id()).isEqualTo("x_bench.py");
            assertThat(run.failure()).contains("No module named 'nothing_like_it'");
        });
    }

    @Test
    void without_benchmarks_it_says_how_to_write_one() throws Exception {
        // When
        BenchmarkReport report = measure(List.of(SHAPES), List.of());

        // Then
        assertThat(report.benchmarks()).isEmpty();
        assertThat(report.notes())
                .singleElement()
                .asString()
                .startsWith("No benchmarks were found.")
                .contains("bench_*()");
    }

    @Test
    void what_is_missing_is_named() throws Exception {
        // Given
        LookedFor nowhere = new LookedFor(
                Optional.empty(),
                Optional.of(Path.of("/no/python3")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Benchmarks without =
                new Benchmarks(List.of(new PythonHarness(new Python(sandbox, nowhere))), Clock.systemUTC());

        // When
        BenchmarkReport report = measure(
                without,
                List.of(SUMS, new SourceFile("src/jmh/java/a/SortBenchmark.java", "class SortBenchmark {}", "utf-8")),
                List.of());

        // Then
        assertThat(report.missing()).extracting(tool -> tool.tool()).containsExactly("Python", "JMH");
        assertThat(report.notes()).isEmpty();
    }

    private BenchmarkReport measure(List<SourceFile> files, List<Baseline> baseline) throws Exception {
        return measure(benchmarks, files, baseline);
    }

    private BenchmarkReport measure(Benchmarks benchmarks, List<SourceFile> files, List<Baseline> baseline)
            throws Exception {
        Path folder = workspace.resolve("project");
        SourceTree.write(files, folder);
        Project project =
                new Project(folder, files.stream().map(SourceFile::path).toList());
        return benchmarks.measure(
                project,
                new BenchmarkOptions(baseline, 0.1, 3, Duration.ofMinutes(1)),
                new Workbench(sandbox, QuietAttempt.in(workspace), Clock.systemUTC()));
    }
}
