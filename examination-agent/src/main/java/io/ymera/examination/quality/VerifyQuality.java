package io.ymera.examination.quality;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ymera.agent.Capability;
import io.ymera.agent.TaskContext;
import io.ymera.agent.TaskFailedException;
import io.ymera.agent.TaskHandler;
import io.ymera.codebase.CodeBases;
import io.ymera.codebase.Project;
import io.ymera.codebase.SourceLines;
import io.ymera.codebase.lab.Bounded;
import io.ymera.codebase.lab.Workbench;
import io.ymera.contracts.Json;
import io.ymera.examination.analysis.DocumentationReport;
import io.ymera.examination.report.Finding;
import io.ymera.examination.report.JUnitXml;
import io.ymera.examination.report.Sarif;
import io.ymera.examination.testing.CoverageReport;
import io.ymera.sandbox.Sandbox;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Joins all examinations of a code base into four scores and one verdict. */
@Capability(
        value = "quality_verification",
        description =
                "Examines a code base with all the other capabilities and says, in four scores and one verdict, what its"
                        + " quality is, each lost point explained")
final class VerifyQuality implements TaskHandler<VerifyQualityRequest, QualityReport> {

    private static final int MOST_FINDINGS = 3000;
    private static final int FINDINGS_BYTES = 700 << 10;
    private static final int MOST_LISTED = 500;
    private static final int LISTED_BYTES = 256 << 10;
    private static final int MOST_NOTES = 100;
    /** Less than what an agent may report, with room for what the manager adds. */
    private static final int REPORT_BYTES = 7 << 20;

    private final ObjectMapper json = Json.mapper();
    private final CodeBases codeBases;
    private final Verification verification;
    private final QualityConfig config;
    private final Sandbox sandbox;
    private final Clock clock;

    VerifyQuality(CodeBases codeBases, Verification verification, QualityConfig config, Sandbox sandbox, Clock clock) {
        this.codeBases = codeBases;
        this.verification = verification;
        this.config = config;
        this.sandbox = sandbox;
        this.clock = clock;
    }

    @Override
    public QualityReport handle(VerifyQualityRequest request, TaskContext context)
            throws TaskFailedException, InterruptedException {
        Stages stages = new Stages(context);
        stages.begin("taking the code in", 0.02);
        Workbench bench = new Workbench(sandbox, stages, clock);
        Project project = codeBases.project(request, bench);
        Parts parts = verification.examine(project, request, bench, stages);
        stages.begin("writing the report", 1);
        return report(request, project, parts);
    }

    private QualityReport report(VerifyQualityRequest request, Project project, Parts parts) {
        Measures measures = parts.measures();
        Scores scores = Scores.of(measures, config, parts.notExamined());
        List<Gate> gates = Gates.of(
                measures,
                scores,
                config,
                parts.doesNotBuild(),
                parts.incidents(),
                parts.notTested(),
                parts.notCovered());
        List<Finding> findings = findings(parts);
        List<Finding> listed = Bounded.list(findings, MOST_FINDINGS, FINDINGS_BYTES).stream()
                .sorted()
                .toList();
        Examination examination = new Examination(
                request.title(),
                project.languages(),
                parts.lines(),
                QualityVerdict.of(gates),
                scores,
                gates,
                Trend.of(request.previous(), scores),
                config.threshold(),
                config.coverageMin(),
                parts.tests(),
                coverage(parts.coverage()),
                listed,
                parts.complexity() == null
                        ? List.of()
                        : Bounded.list(Parts.complex(parts.complexity()).toList(), MOST_LISTED, LISTED_BYTES),
                parts.duplication() == null
                        ? List.of()
                        : Bounded.list(parts.duplication().blocks(), MOST_LISTED, LISTED_BYTES),
                parts.documentation() == null
                        ? List.of()
                        : Bounded.list(parts.documentation().undocumented(), MOST_LISTED, LISTED_BYTES),
                parts.benchmarks(),
                parts.missing(),
                parts.incidents(),
                parts.plan(),
                Bounded.notes(parts.notes(), MOST_NOTES));
        return bounded(
                examination, parts, request.formats(), findings.size() - listed.size(), new SourceLines(project));
    }

    /** Those of analysers and of the security scan, the worst first, so that these are kept. */
    private static List<Finding> findings(Parts parts) {
        List<Finding> all = new ArrayList<>();
        if (parts.analysis() != null) {
            all.addAll(parts.analysis().findings());
        }
        if (parts.security() != null) {
            all.addAll(parts.security());
        }
        return all.stream()
                .distinct()
                .sorted(Comparator.comparing(Finding::level).thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static @Nullable CoverageReport coverage(@Nullable CoverageReport coverage) {
        return coverage == null
                ? null
                : new CoverageReport(
                        coverage.engine(),
                        coverage.executable(),
                        coverage.executed(),
                        coverage.percent(),
                        Bounded.list(coverage.files(), 5000, 512 << 10),
                        coverage.notes());
    }

    /** With the documents that were asked for, unless that would be too much. */
    private QualityReport bounded(
            Examination examination, Parts parts, List<String> formats, int leftOut, SourceLines lines) {
        String html = formats.contains(VerifyQualityRequest.HTML) ? HtmlReport.of(examination, lines) : null;
        Map<String, Object> sarif = formats.contains(VerifyQualityRequest.SARIF)
                ? Sarif.log(examination.findings(), examination.plan(), examination.missing(), lines)
                : null;
        String junitXml = formats.contains(VerifyQualityRequest.JUNIT_XML) && parts.tests() != null
                ? JUnitXml.of(parts.tests())
                : null;
        QualityReport report = write(examination, parts, leftOut, html, sarif, junitXml, examination.notes());
        if (size(report) <= REPORT_BYTES) {
            return report;
        }
        List<String> notes = new ArrayList<>(examination.notes());
        notes.add("The SARIF log and the JUnit XML are left out, because the report would be too long");
        return write(examination, parts, leftOut, html, null, null, notes);
    }

    private int size(QualityReport report) {
        try {
            return json.writeValueAsBytes(report).length;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A report can't be written", e);
        }
    }

    private static QualityReport write(
            Examination examination,
            Parts parts,
            int leftOut,
            @Nullable String html,
            @Nullable Map<String, Object> sarif,
            @Nullable String junitXml,
            List<String> notes) {
        return new QualityReport(
                QualityReport.BUILTIN,
                examination.title(),
                examination.verdict(),
                examination.scores().overall(),
                examination.threshold(),
                examination.coverageMin(),
                examination.scores().scores(),
                examination.gates(),
                examination.trends(),
                examination.languages(),
                examination.lines(),
                examination.tests(),
                examination.coverage(),
                examination.findings(),
                leftOut + (parts.analysis() == null ? 0 : parts.analysis().findingsLeftOut()),
                examination.complex(),
                parts.duplication() == null ? null : parts.duplication().percent(),
                examination.duplicates(),
                documentation(parts.documentation(), examination),
                examination.benchmarks(),
                examination.missing(),
                examination.incidents(),
                examination.plan(),
                notes,
                html,
                sarif,
                junitXml);
    }

    private static @Nullable DocumentationReport documentation(
            @Nullable DocumentationReport all, Examination examination) {
        return all == null
                ? null
                : new DocumentationReport(
                        all.engine(),
                        all.total(),
                        all.documented(),
                        all.percent(),
                        all.kinds(),
                        examination.undocumented(),
                        all.total()
                                - all.documented()
                                - examination.undocumented().size(),
                        all.plan(),
                        all.missing(),
                        all.notes());
    }
}
