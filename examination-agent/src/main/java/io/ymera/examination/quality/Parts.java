package io.ymera.examination.quality;

import io.ymera.codebase.lab.MissingTool;
import io.ymera.codebase.lab.PlanStep;
import io.ymera.examination.analysis.ComplexityReport;
import io.ymera.examination.analysis.DocumentationReport;
import io.ymera.examination.analysis.DuplicationReport;
import io.ymera.examination.analysis.StaticAnalysisReport;
import io.ymera.examination.benchmark.BenchmarkReport;
import io.ymera.examination.benchmark.BenchmarkRun;
import io.ymera.examination.benchmark.Comparison;
import io.ymera.examination.lab.Incident;
import io.ymera.examination.report.Finding;
import io.ymera.examination.testing.CoverageReport;
import io.ymera.examination.testing.CoverageReport.FileCoverage;
import io.ymera.examination.testing.TestReport;
import io.ymera.examination.testing.TestRun;
import io.ymera.examination.testing.TestSuite;
import io.ymera.examination.testing.Totals;
import io.ymera.examination.testing.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The reports of the other capabilities on one code base, and what they say to those who score. Pure.
 *
 * @param lines of the product's sources
 * @param sources how many product sources there are
 * @param readme whether there is a README
 * @param tests null if {@code untested} says why there is none; likewise the others
 * @param untested why no test could be run
 * @param unanalysed why no analyser could be run
 * @param unread why the code could not be read
 * @param security the findings of a security scan; null if none was handed in
 * @param benchmarks null if no baseline was handed in
 * @param unmeasured why there is no performance score, or null
 */
record Parts(
        int lines,
        int sources,
        boolean readme,
        @Nullable TestReport tests,
        @Nullable CoverageReport coverage,
        @Nullable String untested,
        @Nullable StaticAnalysisReport analysis,
        @Nullable String unanalysed,
        @Nullable ComplexityReport complexity,
        @Nullable DocumentationReport documentation,
        @Nullable DuplicationReport duplication,
        @Nullable String unread,
        @Nullable List<Finding> security,
        @Nullable BenchmarkReport benchmarks,
        @Nullable String unmeasured) {

    private static final int WORST = 10;

    Measures measures() {
        return new Measures(
                lines,
                testMeasure(),
                coverageMeasure(),
                analysis == null ? null : analysis.findings(),
                complexity == null
                        ? null
                        : complex(complexity)
                                .map(value -> new Measures.ComplexUnit(
                                        value.path() + ":" + value.line() + ":" + value.name(), value.complexity()))
                                .toList(),
                duplicationMeasure(),
                documentationMeasure(),
                security,
                performanceMeasure());
    }

    /** Functions worth a look. */
    static Stream<ComplexityReport.Value> complex(ComplexityReport report) {
        return report.values().stream().filter(value -> value.complexity() > 10);
    }

    private Measures.@Nullable Tests testMeasure() {
        if (tests == null) {
            return null;
        }
        Totals totals = tests.totals();
        List<String> bad = tests.tests().stream()
                .filter(test -> test.outcome().bad())
                .map(TestRun::id)
                .toList();
        int badCount = Math.max(totals.failed() + totals.errors(), bad.size());
        // Where all were skipped, nothing was found out
        int run =
                totals.passed() + badCount == 0 ? 0 : totals.passed() + badCount + totals.xfailed() + totals.xpassed();
        List<String> flaky = tests.flaky().stream().map(each -> each.id()).toList();
        return new Measures.Tests(run, bad, badCount, flaky, broken(badCount));
    }

    /** Why the tests say nothing, although they could be run. */
    private @Nullable String broken(int badCount) {
        Verdict worst = tests == null
                ? Verdict.PASSED
                : tests.suites().stream()
                        .map(TestSuite::verdict)
                        .max(Comparator.naturalOrder())
                        .orElse(Verdict.NO_TESTS);
        return switch (worst) {
            case TAMPERED -> "The code interfered with its tests, so that their outcomes mean nothing";
            case BROKEN -> doesNotBuild() == null ? notToTheirEnd() : doesNotBuild();
            case FAILED -> badCount == 0 ? "The tests failed as a whole" : null;
            case PASSED, NO_TESTS -> null;
        };
    }

    private String notToTheirEnd() {
        long absent = tests == null
                ? 0
                : tests.notRun().stream().filter(test -> test.why() == null).count();
        return absent == 0
                ? "The tests did not come to their end"
                : "Tests that the sources have were not run, and nothing says why";
    }

    /** Why it does not build; null if it does. */
    @Nullable
    String doesNotBuild() {
        String languages = tests == null
                ? ""
                : tests.suites().stream()
                        .filter(suite -> !suite.build().succeeded())
                        .map(suite -> suite.language().title())
                        .collect(Collectors.joining(" and the "));
        return languages.isEmpty() ? null : "The " + languages + " code does not build";
    }

    /** Why some tests could not be run; null if all could. */
    @Nullable
    String notTested() {
        if (tests == null) {
            return untested;
        }
        return tests.missing().isEmpty() ? null : sentence(tests.missing());
    }

    /** Why coverage is not known, or not of all; null if it is. */
    @Nullable
    String notCovered() {
        if (coverage == null) {
            return untested == null ? "The coverage was not measured" : untested;
        }
        if (coverage.executable() == 0 && sources > 0) {
            return "Of none of the sources it is known which lines can be executed";
        }
        return coverage.notes().isEmpty() ? null : String.join("; ", coverage.notes());
    }

    private Measures.@Nullable Coverage coverageMeasure() {
        if (coverage == null || coverage.executable() == 0) {
            return null;
        }
        List<String> worst = coverage.files().stream()
                .filter(file -> file.executed() < file.executable())
                .sorted(Comparator.comparingInt((FileCoverage file) -> file.executed() - file.executable())
                        .thenComparing(FileCoverage::path))
                .limit(WORST)
                .map(FileCoverage::path)
                .toList();
        return new Measures.Coverage(coverage.percent(), worst);
    }

    private Measures.@Nullable Duplication duplicationMeasure() {
        if (duplication == null || duplication.percent() == null) {
            return null;
        }
        List<String> places = duplication.blocks().stream()
                .limit(WORST)
                .map(block -> block.places().stream()
                        .map(place -> place.path() + ":" + place.line())
                        .collect(Collectors.joining("=")))
                .toList();
        return new Measures.Duplication(duplication.percent(), places);
    }

    private Measures.@Nullable Documentation documentationMeasure() {
        if (documentation == null
                || documentation.total() == 0 && !documentation.missing().isEmpty()) {
            return null;
        }
        return new Measures.Documentation(
                documentation.total(),
                documentation.undocumented().stream()
                        .map(each -> each.path() + ":" + each.line() + ":" + each.name())
                        .limit(50)
                        .toList(),
                documentation.total() - documentation.documented(),
                readme);
    }

    private Measures.@Nullable Performance performanceMeasure() {
        if (benchmarks == null || benchmarks.benchmarks().isEmpty()) {
            return null;
        }
        List<BenchmarkRun> runs = benchmarks.benchmarks();
        return new Measures.Performance(
                benchmarks.tolerance(),
                runs.stream()
                        .filter(run -> run.comparison() == Comparison.SLOWER)
                        .map(run -> new Measures.Slower(run.id(), Objects.requireNonNullElse(run.change(), 0.0)))
                        .toList(),
                runs.stream()
                        .filter(run -> run.failure() != null)
                        .map(BenchmarkRun::id)
                        .toList());
    }

    /** What of each score could not be examined. */
    Map<ScoreName, String> notExamined() {
        Map<ScoreName, String> partly = new EnumMap<>(ScoreName.class);
        put(
                partly,
                ScoreName.CODE,
                Stream.of(
                        notTested(),
                        unanalysed,
                        unread,
                        sentence(analysis == null ? List.of() : analysis.missing()),
                        sentence(complexity == null ? List.of() : complexity.missing()),
                        sentence(duplication == null ? List.of() : duplication.missing())));
        if (security == null) {
            partly.put(ScoreName.SECURITY, "no security scan was handed in");
        }
        put(
                partly,
                ScoreName.PERFORMANCE,
                Stream.of(unmeasured, sentence(benchmarks == null ? List.of() : benchmarks.missing())));
        put(
                partly,
                ScoreName.DOCUMENTATION,
                Stream.of(unread, sentence(documentation == null ? List.of() : documentation.missing())));
        return partly;
    }

    private static void put(Map<ScoreName, String> partly, ScoreName score, Stream<@Nullable String> reasons) {
        String all = reasons.filter(Objects::nonNull)
                .filter(reason -> !reason.isEmpty())
                .distinct()
                .collect(Collectors.joining("; "));
        if (!all.isEmpty()) {
            partly.put(score, all);
        }
    }

    private static String sentence(List<MissingTool> missing) {
        return missing.stream()
                .map(tool -> tool.tool() + " is missing for " + tool.neededFor())
                .distinct()
                .collect(Collectors.joining("; "));
    }

    List<MissingTool> missing() {
        List<MissingTool> all = new ArrayList<>();
        if (tests != null) {
            all.addAll(tests.missing());
        } else if (untested != null) {
            all.add(new MissingTool("tests", "running them and measuring their coverage", untested));
        }
        if (analysis != null) {
            all.addAll(analysis.missing());
        }
        if (complexity != null) {
            all.addAll(complexity.missing());
        }
        if (duplication != null) {
            all.addAll(duplication.missing());
        }
        if (benchmarks != null) {
            all.addAll(benchmarks.missing());
        }
        return all.stream().distinct().toList();
    }

    List<PlanStep> plan() {
        List<PlanStep> all = new ArrayList<>();
        if (tests != null) {
            all.addAll(tests.plan());
        }
        if (analysis != null) {
            all.addAll(analysis.plan());
        }
        if (complexity != null) {
            all.addAll(complexity.plan());
        }
        if (duplication != null) {
            all.addAll(duplication.plan());
        }
        if (benchmarks != null) {
            all.addAll(benchmarks.plan());
        }
        return all.stream().distinct().toList();
    }

    List<String> notes() {
        List<String> all = new ArrayList<>();
        if (tests != null) {
            all.addAll(tests.notes());
        }
        if (coverage != null) {
            all.addAll(coverage.notes());
        }
        if (analysis != null) {
            all.addAll(analysis.notes());
        }
        if (complexity != null) {
            all.addAll(complexity.notes());
        }
        if (duplication != null) {
            all.addAll(duplication.notes());
        }
        if (benchmarks != null) {
            all.addAll(benchmarks.notes());
        }
        return all.stream().distinct().toList();
    }

    List<Incident> incidents() {
        return tests == null ? List.of() : tests.incidents();
    }
}
