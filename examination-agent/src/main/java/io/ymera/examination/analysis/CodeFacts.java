package io.ymera.examination.analysis;

import io.quarkus.arc.All;
import io.ymera.agent.TaskFailedException;
import io.ymera.codebase.Project;
import io.ymera.codebase.lab.MissingTool;
import io.ymera.codebase.lab.PlanStep;
import io.ymera.codebase.lab.Workbench;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What the code of all languages consists of. Read it once where several examinations need it. */
@Singleton
public class CodeFacts {

    private static final Comparator<CodeUnit> ORDER = Comparator.comparing(CodeUnit::path)
            .thenComparingInt(CodeUnit::line)
            .thenComparing(CodeUnit::kind)
            .thenComparing(CodeUnit::name);

    private final List<FactsReader> readers;

    /** With these. */
    public CodeFacts(@All List<FactsReader> readers) {
        // Beans come in no order that is promised
        this.readers = readers.stream()
                .sorted(Comparator.comparing(reader -> reader.getClass().getName()))
                .toList();
    }

    /** Has all of the product's sources read. A reader that breaks is named as missing. */
    public Facts read(Project project, Workbench bench) throws TaskFailedException, InterruptedException {
        List<PlanStep> plan = new ArrayList<>();
        List<CodeUnit> units = new ArrayList<>();
        List<MissingTool> missing = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (FactsReader reader : readers) {
            Facts facts = read(reader, project, bench);
            plan.addAll(facts.plan());
            units.addAll(facts.units());
            missing.addAll(facts.missing());
            notes.addAll(facts.notes());
        }
        return new Facts(plan, units.stream().sorted(ORDER).toList(), missing, notes);
    }

    private static Facts read(FactsReader reader, Project project, Workbench bench)
            throws TaskFailedException, InterruptedException {
        try {
            return reader.read(project, bench);
        } catch (TaskFailedException e) {
            if (e.failure().retryable()) {
                throw e;
            }
            String name = reader.getClass().getSimpleName();
            return new Facts(
                    List.of(),
                    List.of(),
                    List.of(new MissingTool(name, "what " + name + " reads", "It broke: " + e.getMessage())),
                    List.of());
        }
    }
}
