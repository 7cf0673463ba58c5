package io.ymera.examination.quality;

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
 * All that a verification found out, for those who write it down.
 *
 * @param title what the code base is called
 * @param languages how many of its files are in which language
 * @param lines of the product's sources
 * @param verdict what it comes to
 * @param scores the scores
 * @param gates the conditions
 * @param trends how scores went
 * @param threshold the overall score that is asked for
 * @param coverageMin the coverage that is asked for, in percent
 * @param tests null if they could not be run
 * @param coverage null if it could not be measured
 * @param findings of analysers and of the security scan, by place
 * @param complex functions that are more complex than 10, the worst first
 * @param duplicates code that is there more than once, the longest first
 * @param undocumented parts that others can use and that are not documented, by place
 * @param benchmarks null if there was no baseline to compare with
 * @param missing what could not be examined for want of a tool
 * @param incidents what the code under test tried
 * @param plan what was done
 * @param notes what else a reader should know
 */
record Examination(
        String title,
        Map<Language, Integer> languages,
        int lines,
        QualityVerdict verdict,
        Scores scores,
        List<Gate> gates,
        List<Trend> trends,
        double threshold,
        double coverageMin,
        @Nullable TestReport tests,
        @Nullable CoverageReport coverage,
        List<Finding> findings,
        List<ComplexityReport.Value> complex,
        List<DuplicateBlock> duplicates,
        List<DocumentationReport.Undocumented> undocumented,
        @Nullable BenchmarkReport benchmarks,
        List<MissingTool> missing,
        List<Incident> incidents,
        List<PlanStep> plan,
        List<String> notes) {}
