package io.ymera.examination.javascript;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ymera.agent.TaskFailedException;
import io.ymera.codebase.Project;
import io.ymera.codebase.lab.Captured;
import io.ymera.codebase.lab.Workbench;
import io.ymera.codebase.node.NodeRuntime;
import io.ymera.contracts.Json;
import io.ymera.examination.lab.Script;
import io.ymera.sandbox.Limits;
import io.ymera.sandbox.Mount;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs a script that reads a project's sources, none of which it executes, and says one JSON object about them. */
final class SourceReader {

    /** The failure of a script that did not say what it was to say. */
    static final String NOT_READ = "javascript_not_read";

    private static final Duration TIME = Duration.ofMinutes(5);
    private static final long OUTPUT = 48L << 20;

    private final ObjectMapper json = Json.mapper();
    private final NodeRuntime node;
    private final Path modules;

    /**
     * One that uses the packages in {@code modules}.
     *
     * @param modules as a program in the sandbox sees it
     */
    SourceReader(NodeRuntime node, Path modules) {
        this.node = node;
        this.modules = modules;
    }

    /** What the script says; a failed task if it does not end well or makes no sense. */
    <T> T read(Script script, Project project, List<String> files, Class<T> type, Workbench bench)
            throws TaskFailedException, InterruptedException {
        return read(script, project, files, Map.of(), type, bench);
    }

    /** The same for a script that is told more than the files. */
    <T> T read(
            Script script,
            Project project,
            List<String> files,
            Map<String, String> more,
            Class<T> type,
            Workbench bench)
            throws TaskFailedException, InterruptedException {
        Path scripts = bench.folder("scripts");
        script.write(scripts);
        Limits limits = Limits.defaults().withWallTime(bench.time(TIME)).withOutputBytes(OUTPUT);
        Captured captured = bench.run(node.command(
                scripts.resolve(script.program()),
                bench.folder("reading"),
                List.of(new Mount(scripts), new Mount(project.folder())),
                stdin(project, files, more),
                limits));
        if (!captured.exit().success()) {
            throw TaskFailedException.permanent(
                    NOT_READ, script.program() + " ended with " + captured.exit() + ": " + captured.stderr());
        }
        try {
            return json.readValue(captured.stdout(), type);
        } catch (JsonProcessingException e) {
            throw TaskFailedException.permanent(
                    NOT_READ, script.program() + " made no sense: " + e.getOriginalMessage());
        }
    }

    private String stdin(Project project, List<String> files, Map<String, String> more) {
        Map<String, Object> told = new TreeMap<>(more);
        told.put("root", project.folder().toString());
        told.put("modules", modules.toString());
        told.put("files", files);
        try {
            return json.writeValueAsString(told);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Strings can always be written", e);
        }
    }
}
