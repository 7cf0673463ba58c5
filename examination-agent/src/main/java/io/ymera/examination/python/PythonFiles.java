package io.ymera.examination.python;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ymera.agent.TaskFailedException;
import io.ymera.codebase.Project;
import io.ymera.codebase.lab.LineSplitter;
import io.ymera.codebase.lab.MissingTool;
import io.ymera.codebase.lab.Tail;
import io.ymera.codebase.lab.Texts;
import io.ymera.codebase.lab.Workbench;
import io.ymera.codebase.python.Interpreter;
import io.ymera.codebase.python.Python;
import io.ymera.contracts.Json;
import io.ymera.examination.analysis.AnalysisConfig;
import io.ymera.examination.lab.Script;
import io.ymera.sandbox.Command;
import io.ymera.sandbox.Exit;
import io.ymera.sandbox.Limits;
import io.ymera.sandbox.Mount;
import io.ymera.sandbox.OutputListener;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Has the interpreter read each Python file, with its own parser, by one of the scripts beside this class. They run no submitted
 * code, but parsers can be broken by what they parse: what they write is read as hostile input. Thread-safe.
 */
@Singleton
class PythonFiles {

    /** Of what is said of one file; the script's own bound is 4 MiB. */
    private static final int LINE = 5 << 20;

    private static final int WHY = 300;

    private final ObjectMapper json = Json.mapper();
    private final Python python;
    private final AnalysisConfig config;

    PythonFiles(Python python, AnalysisConfig config) {
        this.python = python;
        this.config = config;
    }

    /**
     * Reads all of them; one that can't be read keeps no other from being read.
     *
     * @param script which script
     * @param neededFor what the outcome lacks without an interpreter, for people
     * @param answer the record of the script's answers
     * @param each gets the answer for each file that was read
     * @param <T> what an answer is
     */
    <T> Reading read(
            Script script,
            String neededFor,
            List<String> paths,
            Project project,
            Workbench bench,
            Class<T> answer,
            BiConsumer<String, T> each)
            throws TaskFailedException, InterruptedException {
        Optional<Interpreter> interpreter = python.interpreter();
        if (interpreter.isEmpty()) {
            MissingTool missing =
                    new MissingTool("python3", neededFor, "install Python 3.8 or newer, or name it by TEST_PYTHON");
            return new Reading("", List.of(missing), List.of());
        }
        Answers<T> answers = new Answers<>(paths, answer, each);
        LineSplitter lines = new LineSplitter(LINE, answers::line);
        Tail stderr = new Tail(2000);
        Exit exit = bench.run(command(interpreter.get(), script, paths, project, bench), new OutputListener() {
            @Override
            public void stdout(byte[] bytes) {
                lines.append(bytes);
            }

            @Override
            public void stderr(byte[] bytes) {
                stderr.append(bytes);
            }
        });
        return answers.reading(interpreter.get().version(), neededFor, exit, stderr);
    }

    private Command command(
            Interpreter interpreter, Script script, List<String> paths, Project project, Workbench bench)
            throws TaskFailedException {
        Path workspace = bench.folder(script.program().replace(".py", ""));
        List<Mount> readOnly =
                new ArrayList<>(interpreter.readOnly().stream().map(Mount::new).toList());
        readOnly.add(new Mount(project.folder()));
        script.write(workspace);
        try {
            Limits limits = config.limits(bench.time(config.toolTimeout()));
            return new Command(
                    // Isolated: neither the environment nor the folder it starts in says what is imported
                    List.of(interpreter.executable().toString(), "-I", script.program()),
                    workspace,
                    readOnly,
                    interpreter.environment(),
                    limits,
                    json.writeValueAsString(job(paths, project)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Strings can always be written", e);
        }
    }

    private Job job(List<String> paths, Project project) {
        Duration file = config.fileTimeout();
        return new Job(
                project.folder().toString(),
                paths,
                config.fileBytes(),
                Math.toIntExact(Math.max(1, file.toSeconds())),
                ((long) config.memoryMib() * 3 / 4) << 20);
    }

    /** What the scripts read. */
    @RegisterForReflection
    record Job(String folder, List<String> paths, int fileBytes, int seconds, long memoryBytes) {}

    /** What every line may say, besides the answer itself. */
    @RegisterForReflection
    record Line(
            @Nullable String path,
            @Nullable String unread,
            @Nullable Integer end) {}

    /**
     * How reading them went.
     *
     * @param version of the interpreter; empty if there is none
     * @param missing what was not read at all
     * @param notes which files could not be read
     */
    record Reading(String version, List<MissingTool> missing, List<String> notes) {}

    /** Believes one answer for each file that was asked for. */
    private final class Answers<T> {
        private final Set<String> open;
        private final int count;
        private final Class<T> type;
        private final BiConsumer<String, T> each;
        private final Map<String, List<String>> unread = new TreeMap<>();
        private boolean ended;

        Answers(List<String> paths, Class<T> type, BiConsumer<String, T> each) {
            this.open = new HashSet<>(paths);
            this.count = paths.size();
            this.type = type;
            this.each = each;
        }

        void line(String text) {
            try {
                Line line = json.readValue(text, Line.class);
                if (line.end() != null) {
                    ended = line.end() == count;
                } else if (line.path() == null || !open.remove(line.path())) {
                    return;
                } else if (line.unread() != null) {
                    unread(line.unread(), line.path());
                } else {
                    each.accept(line.path(), json.readValue(text, type));
                }
            } catch (JsonProcessingException e) {
                // The file stays open and is named as one that was not read
                return;
            }
        }

        private void unread(String why, String path) {
            unread.computeIfAbsent(Texts.bounded(why, WHY), any -> new ArrayList<>())
                    .add(path);
        }

        Reading reading(String version, String neededFor, Exit exit, Tail stderr) {
            List<String> notes = new ArrayList<>();
            unread.forEach((why, paths) -> notes.add("Python did not read " + names(paths) + ": " + why));
            if (ended && exit.success() && open.isEmpty()) {
                return new Reading(version, List.of(), notes);
            }
            String how = "It ended before it had read everything (" + exit.ended() + ", status " + exit.code() + "). "
                    + Texts.bounded(stderr.toString(), WHY);
            String which = ", for " + open.size() + " of " + count + " files: "
                    + names(open.stream().sorted().toList());
            return new Reading(version, List.of(new MissingTool("python3", neededFor + which, how.strip())), notes);
        }

        private static String names(List<String> paths) {
            String named = String.join(", ", paths.subList(0, Math.min(10, paths.size())));
            return paths.size() <= 10 ? named : named + " and " + (paths.size() - 10) + " more";
        }
    }
}
