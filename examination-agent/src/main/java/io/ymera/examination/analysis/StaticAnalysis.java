package io.ymera.examination.analysis;

import io.quarkus.arc.All;
import io.ymera.agent.TaskFailedException;
import io.ymera.codebase.Project;
import io.ymera.codebase.SourceLines;
import io.ymera.codebase.lab.Bounded;
import io.ymera.codebase.lab.MissingTool;
import io.ymera.codebase.lab.PlanStep;
import io.ymera.codebase.lab.Workbench;
import io.ymera.examination.analysis.StaticAnalysisReport.Counts;
import io.ymera.examination.report.Finding;
import io.ymera.examination.report.Finding.Level;
import io.ymera.examination.report.Sarif;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Asks every analyser what it has to say. One that breaks is named; it never counts as one that found nothing. */
@Singleton
public class StaticAnalysis {

    private static final int MOST_FINDINGS = 5000;
    /** With the SARIF log, which is about three times as long, it stays below what a result may have. */
    private static final int MOST_BYTES = 3 << 19;

    private static final int MOST_NOTES = 50;

    private final List<Analyser> analysers;

    /** With these. */
    public StaticAnalysis(@All List<Analyser> analysers) {
        // Beans come in no order that is promised
        this.analysers = analysers.stream()
                .sorted(Comparator.comparing(analyser -> analyser.getClass().getName()))
                .toList();
    }

    /** Has all sources read, those of tests included. */
    public StaticAnalysisReport examine(Project project, Workbench bench, boolean sarif)
            throws TaskFailedException, InterruptedException {
        List<PlanStep> plan = new ArrayList<>();
        List<Finding> all = new ArrayList<>();
        List<MissingTool> missing = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (Analyser analyser : analysers) {
            Analysis analysis = analyse(analyser, project, bench);
            plan.addAll(analysis.plan());
            all.addAll(analysis.findings());
            missing.addAll(analysis.missing());
            notes.addAll(analysis.notes());
        }
        if (project.languages().isEmpty()) {
            notes.add("There is no code here in a language that can be examined");
        }
        List<Finding> findings = all.stream().sorted().distinct().toList();
        List<Finding> listed = listed(findings);
        return new StaticAnalysisReport(
                StaticAnalysisReport.BUILTIN,
                counts(findings),
                listed,
                findings.size() - listed.size(),
                plan,
                missing,
                Bounded.notes(notes, MOST_NOTES),
                sarif ? Sarif.log(listed, plan, missing, new SourceLines(project)) : null);
    }

    private static Analysis analyse(Analyser analyser, Project project, Workbench bench)
            throws TaskFailedException, InterruptedException {
        try {
            return analyser.analyse(project, bench);
        } catch (TaskFailedException e) {
            if (e.failure().retryable()) {
                throw e;
            }
            String name = analyser.getClass().getSimpleName();
            return new Analysis(
                    List.of(),
                    List.of(),
                    List.of(new MissingTool(name, "what " + name + " looks for", "It broke: " + e.getMessage())),
                    List.of());
        }
    }

    /** The worst first, so that these are kept; then in the order in which one reads. */
    private static List<Finding> listed(List<Finding> findings) {
        List<Finding> worst = findings.stream()
                .sorted(Comparator.comparing(Finding::level).thenComparing(Comparator.naturalOrder()))
                .toList();
        return Bounded.list(worst, MOST_FINDINGS, MOST_BYTES).stream().sorted().toList();
    }

    private static Counts counts(List<Finding> findings) {
        Map<String, Integer> levels = new TreeMap<>();
        Arrays.stream(Level.values()).forEach(level -> levels.put(level.toString(), 0));
        levels.putAll(count(findings, finding -> finding.level().toString()));
        return new Counts(
                findings.size(),
                Collections.unmodifiableMap(levels),
                count(findings, Finding::category),
                count(findings, Finding::tool),
                count(findings, finding -> finding.tool() + "/" + finding.rule()));
    }

    private static Map<String, Integer> count(List<Finding> findings, Function<Finding, String> key) {
        Map<String, Integer> counts = new TreeMap<>();
        findings.forEach(finding -> counts.merge(key.apply(finding), 1, Integer::sum));
        return Collections.unmodifiableMap(counts);
    }
}
