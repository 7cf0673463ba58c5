package io.ymera.examination.python;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ymera.agent.TaskFailedException;
import io.ymera.codebase.Language;
import io.ymera.codebase.Project;
import io.ymera.codebase.lab.PlanStep;
import io.ymera.codebase.lab.Texts;
import io.ymera.codebase.lab.Workbench;
import io.ymera.examination.analysis.CodeUnit;
import io.ymera.examination.analysis.Facts;
import io.ymera.examination.analysis.FactsReader;
import io.ymera.examination.python.PythonFiles.Reading;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Modules, classes and functions of Python code, as {@code read_python.py} reads them; complexity as radon counts it. */
@Singleton
final class PythonFacts implements FactsReader {

    private static final int NAME = 300;

    private final PythonFiles files;

    PythonFacts(PythonFiles files) {
        this.files = files;
    }

    @Override
    public Facts read(Project project, Workbench bench) throws TaskFailedException, InterruptedException {
        List<String> sources = project.productSources(Language.PYTHON);
        if (sources.isEmpty()) {
            return Facts.NONE;
        }
        List<CodeUnit> units = new ArrayList<>();
        Reading reading = files.read(
                Scripts.READ,
                "complexity and documentation of Python code",
                sources,
                project,
                bench,
                Answer.class,
                (path, answer) -> answer.units().forEach(unit -> units.add(unit.at(path))));
        units.sort(Comparator.comparing(CodeUnit::path)
                .thenComparingInt(CodeUnit::line)
                .thenComparing(CodeUnit::kind)
                .thenComparing(CodeUnit::name));
        return new Facts(plan(reading, sources.size()), units, reading.missing(), reading.notes());
    }

    private static List<PlanStep> plan(Reading reading, int count) {
        return reading.version().isEmpty()
                ? List.of()
                : List.of(new PlanStep(
                        "read Python code with Python's own parser",
                        "python3",
                        reading.version(),
                        count + (count == 1 ? " Python file" : " Python files")));
    }

    /** What the script says of a file. */
    @RegisterForReflection
    record Answer(List<Unit> units) {}

    /** One of its parts. */
    @RegisterForReflection
    record Unit(
            String name,
            String kind,
            int line,
            int endLine,
            @Nullable Integer complexity,
            boolean exported,
            boolean documented) {

        CodeUnit at(String path) {
            CodeUnit.Kind known =
                    switch (kind) {
                        case "module" -> CodeUnit.Kind.MODULE;
                        case "type" -> CodeUnit.Kind.TYPE;
                        default -> CodeUnit.Kind.FUNCTION;
                    };
            return new CodeUnit(
                    path,
                    Texts.bounded(name, NAME),
                    known,
                    line,
                    Math.max(line, endLine),
                    complexity,
                    exported,
                    documented);
        }
    }
}
