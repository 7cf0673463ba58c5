package io.ymera.security.adapter;

import io.quarkus.arc.All;
import io.ymera.agent.TaskFailedException;
import io.ymera.codebase.Project;
import io.ymera.codebase.SourceLines;
import io.ymera.codebase.lab.MissingTool;
import io.ymera.codebase.lab.PlanStep;
import io.ymera.codebase.lab.Workbench;
import io.ymera.security.report.Finding;
import io.ymera.security.report.Fingerprints;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Asks every other scanner that is used and has something to say. One that breaks is named, and keeps nobody from being heard. Thread-safe. */
@Singleton
public class Adapters {

    private final List<Adapter> adapters;
    private final AdapterConfig config;

    /** With these. */
    public Adapters(@All List<Adapter> adapters, AdapterConfig config) {
        // Beans come in no order that is promised
        this.adapters =
                adapters.stream().sorted(Comparator.comparing(Adapter::tool)).toList();
        this.config = config;
    }

    /** Is told how far they are. */
    public interface Listener {
        /** Before one begins; {@code fraction} of all of them are done. */
        void begins(String tool, double fraction);
    }

    /** What they all say about these kinds of scans, with fingerprints. */
    public Adapted run(Project project, List<String> wanted, Workbench bench, Listener listener)
            throws TaskFailedException, InterruptedException {
        List<Finding> findings = new ArrayList<>();
        List<PlanStep> plan = new ArrayList<>();
        List<MissingTool> missing = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        List<Adapter> used = adapters.stream()
                .filter(adapter -> config.enabled().contains(adapter.tool()))
                .filter(adapter -> adapter.scans().stream().anyMatch(wanted::contains))
                .toList();
        for (Adapter adapter : used) {
            listener.begins(adapter.tool(), (double) used.indexOf(adapter) / used.size());
            Set<String> own = new HashSet<>(wanted);
            own.retainAll(adapter.scans());
            Adapted adapted = adapter.run(project, own, bench);
            adapted.findings().stream()
                    .filter(finding -> wanted.contains(finding.scan()))
                    .forEach(findings::add);
            plan.addAll(adapted.plan());
            missing.addAll(adapted.missing());
            notes.addAll(adapted.notes());
        }
        return new Adapted(Fingerprints.add(findings, new SourceLines(project)), plan, missing, notes);
    }
}
