package io.ymera.examination.jvm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ymera.agent.TaskFailedException;
import io.ymera.codebase.Language;
import io.ymera.codebase.Project;
import io.ymera.codebase.lab.JavaTools;
import io.ymera.codebase.lab.JavaTools.JavaTool;
import io.ymera.codebase.lab.PlanStep;
import io.ymera.codebase.lab.Texts;
import io.ymera.codebase.lab.ToolsConfig;
import io.ymera.codebase.lab.Workbench;
import io.ymera.contracts.Json;
import io.ymera.examination.analysis.CodeUnit;
import io.ymera.examination.analysis.Facts;
import io.ymera.examination.analysis.FactsReader;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads Java sources with the parser of {@code javac}. Complexity is counted as Checkstyle does; see {@code io.ymera.lab.facts}.
 * Thread-safe.
 */
@Singleton
public class JavaFacts implements FactsReader {

    private static final String READER = "io.ymera.lab.facts.ReadFacts";
    private static final int MAX_NOTES = 50;
    private static final int NOTE = 500;
    private static final int NAME = 1000;

    private final ObjectMapper json = Json.mapper();
    private final JavaPrograms programs;

    @Inject
    JavaFacts(JavaPrograms programs) {
        this.programs = programs;
    }

    /** With tools that are known already. */
    public JavaFacts(ToolsConfig tools) {
        this(new JavaPrograms(new JavaTools(tools)));
    }

    /** A line of the program: a unit, a note, or the last one. */
    @RegisterForReflection
    record Line(
            @Nullable String path,
            @Nullable String name,
            CodeUnit.@Nullable Kind kind,
            @Nullable Integer line,
            @Nullable Integer endLine,
            @Nullable Integer complexity,
            @Nullable Boolean exported,
            @Nullable Boolean documented,
            @Nullable String note,
            @Nullable Integer files) {}

    @Override
    public Facts read(Project project, Workbench bench) throws TaskFailedException, InterruptedException {
        List<String> sources = project.productSources(Language.JAVA);
        if (sources.isEmpty()) {
            return Facts.NONE;
        }
        JavaTool lab = programs.tools().find(JavaPrograms.LAB).orElse(null);
        if (lab == null) {
            return new Facts(
                    List.of(),
                    List.of(),
                    List.of(programs.tools().missing(JavaPrograms.LAB, "reading Java sources")),
                    List.of());
        }
        List<String> lines = new SourceReader(lab).read(READER, project, sources, bench);
        PlanStep step = new PlanStep(
                "read " + sources.size() + " Java files",
                "javac",
                JavaPrograms.version(lab.jdk()),
                "the code base has Java files");
        return facts(step, lines, Set.copyOf(sources));
    }

    private Facts facts(PlanStep step, List<String> lines, Set<String> sources) throws TaskFailedException {
        List<CodeUnit> units = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        boolean ended = false;
        for (String text : lines) {
            Line line = parse(text);
            ended |= line.files() != null;
            if (line.note() != null && notes.size() < MAX_NOTES) {
                notes.add(Texts.bounded(line.note(), NOTE));
            }
            if (line.name() != null && line.kind() != null && line.path() != null && sources.contains(line.path())) {
                units.add(unit(line, line.path(), line.name(), line.kind()));
            }
        }
        if (!ended) {
            throw SourceReader.broken("The Java sources were not read to their end");
        }
        units.sort(Comparator.comparing(CodeUnit::path).thenComparingInt(CodeUnit::line));
        return new Facts(List.of(step), units, List.of(), notes);
    }

    private Line parse(String text) throws TaskFailedException {
        try {
            return json.readValue(text, Line.class);
        } catch (JsonProcessingException e) {
            throw SourceReader.broken("What was read of the Java sources makes no sense");
        }
    }

    private static CodeUnit unit(Line line, String path, String name, CodeUnit.Kind kind) {
        int first = line.line() == null ? 1 : Math.max(1, line.line());
        return new CodeUnit(
                path,
                Texts.bounded(name, NAME),
                kind,
                first,
                line.endLine() == null ? first : Math.max(first, line.endLine()),
                line.complexity(),
                Boolean.TRUE.equals(line.exported()),
                Boolean.TRUE.equals(line.documented()));
    }
}
