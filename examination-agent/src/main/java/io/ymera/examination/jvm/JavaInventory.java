package io.ymera.examination.jvm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ymera.agent.TaskFailedException;
import io.ymera.codebase.Language;
import io.ymera.codebase.Project;
import io.ymera.codebase.lab.Texts;
import io.ymera.codebase.lab.Workbench;
import io.ymera.contracts.Json;
import io.ymera.examination.testing.DeclaredTest;
import io.ymera.examination.testing.Inventory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which tests Java sources have, as {@code io.ymera.lab.inventory} reads them. */
final class JavaInventory {

    private static final String LISTER = "io.ymera.lab.inventory.ListTests";
    private static final int WHY = 300;

    /** What follows a test's name when there are several of it: invocations, dynamic tests, parameters of an overloaded method. */
    private static final List<String> ENDS = List.of("[", "/", "(");

    private final ObjectMapper json = Json.mapper();
    private final SourceReader reader;

    JavaInventory(SourceReader reader) {
        this.reader = reader;
    }

    /** What the program is told. */
    @RegisterForReflection
    record Job(List<String> sources, List<TestSources> modules) {}

    /** A line of the program: a test, a file that can't be read, or the last one. */
    @RegisterForReflection
    record Line(
            @Nullable String path,
            @Nullable Integer line,
            @Nullable String id,
            @Nullable List<String> also,
            @Nullable List<String> scopes,
            @Nullable String why,
            @Nullable String unread,
            @Nullable Integer files) {}

    Inventory read(Project project, List<TestSources> modules, Workbench bench)
            throws TaskFailedException, InterruptedException {
        Set<String> known = new HashSet<>();
        modules.forEach(module -> known.addAll(module.tests()));
        if (known.isEmpty()) {
            return Inventory.NONE;
        }
        List<DeclaredTest> tests = new ArrayList<>();
        boolean ended = false;
        try {
            for (String text : reader.read(LISTER, project, new Job(project.sources(Language.JAVA), modules), bench)) {
                Line line = json.readValue(text, Line.class);
                ended |= line.files() != null;
                if (line.unread() != null) {
                    return Inventory.unread(Texts.bounded(line.unread(), WHY));
                }
                if (line.id() != null && line.path() != null && known.contains(line.path())) {
                    tests.add(test(line, line.path(), line.id()));
                }
            }
        } catch (JsonProcessingException e) {
            return Inventory.unread("what was read of the Java sources makes no sense");
        } catch (TaskFailedException e) {
            if (!e.failure().code().equals(SourceReader.NOT_READ)) {
                throw e;
            }
            return Inventory.unread(Texts.bounded(String.valueOf(e.getMessage()), WHY));
        }
        return ended
                ? new Inventory(tests, ENDS, List.of(), null, List.of())
                : Inventory.unread("the Java sources were not read to their end");
    }

    private static DeclaredTest test(Line line, String path, String id) {
        return new DeclaredTest(
                path,
                line.line() == null ? 1 : Math.max(1, line.line()),
                id,
                line.also() == null ? List.of() : line.also(),
                line.scopes() == null ? List.of() : line.scopes(),
                false,
                line.why() == null ? null : Texts.bounded(line.why(), WHY));
    }
}
