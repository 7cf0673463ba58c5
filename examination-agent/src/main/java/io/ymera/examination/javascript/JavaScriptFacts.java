package io.ymera.examination.javascript;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ymera.agent.TaskFailedException;
import io.ymera.codebase.Language;
import io.ymera.codebase.Project;
import io.ymera.codebase.lab.MissingTool;
import io.ymera.codebase.lab.PlanStep;
import io.ymera.codebase.lab.Texts;
import io.ymera.codebase.lab.Workbench;
import io.ymera.codebase.node.Node;
import io.ymera.codebase.node.NodeRuntime;
import io.ymera.examination.analysis.CodeUnit;
import io.ymera.examination.analysis.Facts;
import io.ymera.examination.analysis.FactsReader;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads JavaScript with espree and TypeScript with typescript-eslint, the parsers that ESLint uses. Complexity is counted as by
 * ESLint's rule {@code complexity}, classic variant: also default values, {@code ?.} and {@code ??} count.
 */
@Singleton
final class JavaScriptFacts implements FactsReader {

    private static final int NAME = 200;
    private static final int NOTE = 500;

    private final Node node;

    JavaScriptFacts(Node node) {
        this.node = node;
    }

    /** What the script says. */
    @RegisterForReflection
    record Said(
            @JsonProperty(required = true) List<Unit> units,
            @JsonProperty(required = true) List<String> notes,
            int unread,
            @JsonProperty(required = true) String version) {}

    /** One part of the code. */
    @RegisterForReflection
    record Unit(
            @JsonProperty(required = true) String path,
            @JsonProperty(required = true) String name,
            @JsonProperty(required = true) String kind,
            int line,
            int endLine,
            @Nullable Integer complexity,
            boolean exported,
            boolean documented) {}

    @Override
    public Facts read(Project project, Workbench bench) throws TaskFailedException, InterruptedException {
        List<String> files = project.productSources(Language.JAVASCRIPT);
        if (files.isEmpty()) {
            return Facts.NONE;
        }
        String neededFor = "reading " + files.size() + " JavaScript files";
        Optional<NodeRuntime> runtime = node.runtime();
        if (runtime.isEmpty()) {
            return missing(Node.missing(neededFor));
        }
        if (!runtime.get().has("eslint")) {
            return missing(Node.missingPackage("eslint", neededFor));
        }
        Said said = new SourceReader(
                        runtime.get(), runtime.get().modulesInside().orElseThrow())
                .read(Scripts.FACTS, project, files, Said.class, bench);
        return facts(said, files);
    }

    private static Facts facts(Said said, List<String> files) {
        List<MissingTool> missing = new ArrayList<>();
        if (said.unread() > 0) {
            missing.add(Node.missingPackage(
                    "@typescript-eslint/parser typescript", "reading " + said.unread() + " TypeScript files"));
        }
        List<String> notes = new ArrayList<>();
        notes.add("The complexity of JavaScript is counted as by ESLint's rule complexity, classic variant");
        said.notes().stream().map(note -> Texts.bounded(note, NOTE)).forEach(notes::add);
        Set<String> known = new HashSet<>(files);
        List<CodeUnit> units = said.units().stream()
                .filter(unit -> known.contains(unit.path()))
                .map(JavaScriptFacts::unit)
                .toList();
        PlanStep step = new PlanStep(
                "read JavaScript with espree",
                "espree",
                Texts.bounded(said.version(), 40),
                "there are " + files.size() + " JavaScript files");
        return new Facts(List.of(step), units, missing, notes);
    }

    private static CodeUnit unit(Unit unit) {
        int line = Math.max(1, unit.line());
        return new CodeUnit(
                unit.path(),
                Texts.bounded(unit.name(), NAME),
                CodeUnit.Kind.valueOf(unit.kind().toUpperCase(Locale.ROOT)),
                line,
                Math.max(line, unit.endLine()),
                unit.complexity() == null ? null : Math.max(1, unit.complexity()),
                unit.exported(),
                unit.documented());
    }

    private static Facts missing(MissingTool tool) {
        return new Facts(List.of(), List.of(), List.of(tool), List.of());
    }
}
