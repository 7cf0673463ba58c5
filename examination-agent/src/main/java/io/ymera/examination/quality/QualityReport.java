package io.ymera.examination.quality;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ymera.codebase.Language;
import io.ymera.codebase.lab.MissingTool;
import io.ymera.codebase.lab.PlanStep;
import io.ymera.examination.analysis.ComplexityReport;
import io.ymera.examination.analysis.DocumentationReport;
import io.ymera.examination.analysis.DuplicateBlock;
import io.ymera.examination.benchmark.BenchmarkReport;
import io.ymera.examination.lab.Incident;
import io.ymera.examination.report.Finding;
import io.ymera.examination.testing.CoverageReport;
import io.ymera.examination.testing.TestReport;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The quality of a code base. The same code base gives the same report, but for the durations in it.
 *
 * @param engine what did the work: {@code builtin}, no model was asked
 * @param title what the code base is called
 * @param verdict what it comes to
 * @param overall the weighted score, 0 to 100; null if nothing was examined
 * @param threshold what it has to reach
 * @param coverageMin the coverage that is asked for, in percent
 * @param scores the four scores, each lost point with its reason
 * @param gates the conditions
 * @param trends how scores went since earlier verifications
 * @param languages how many of the files are in which language
 * @param lines of the product's sources
 * @param tests the tests, run once; null if they could not be run
 * @param coverage the lines that they execute; null if that could not be measured
 * @param findings of analysers and of the security scan; if there are too many, not all
 * @param findingsLeftOut how many are counted but not listed
 * @param complexFunctions those that are more complex than 10, the worst first
 * @param duplicationPercent how much code is there more than once; null if that could not be measured
 * @param duplicates where
 * @param documentation what is documented; its list is cut where it is long; null if that could not be read
 * @param benchmarks beside their baseline, if there was one
 * @param missing what could not be examined for want of a tool
 * @param incidents what the code under test tried
 * @param plan what was done
 * @param notes what else a reader should know
 * @param html the report as a page, if that was asked for
 * @param sarif the findings as a SARIF 2.1.0 log, if that was asked for
 * @param junitXml the tests as JUnit XML, if that was asked for
 */
@RegisterForReflection
public record QualityReport(
        String engine,
        String title,
        QualityVerdict verdict,
        @Nullable Double overall,
        double threshold,
        double coverageMin,
        List<Score> scores,
        List<Gate> gates,
        List<Trend> trends,
        Map<Language, Integer> languages,
        int lines,
        @Nullable TestReport tests,
        @Nullable CoverageReport coverage,
        List<Finding> findings,
        int findingsLeftOut,
        List<ComplexityReport.Value> complexFunctions,
        @Nullable Double duplicationPercent,
        List<DuplicateBlock> duplicates,
        @Nullable DocumentationReport documentation,
        @Nullable BenchmarkReport benchmarks,
        List<MissingTool> missing,
        List<Incident> incidents,
        List<PlanStep> plan,
        List<String> notes,
        @Nullable String html,
        @Nullable Map<String, Object> sarif,
        @Nullable String junitXml) {

    static final String BUILTIN = "builtin";
}
