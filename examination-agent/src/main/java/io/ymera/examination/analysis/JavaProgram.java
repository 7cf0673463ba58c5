package io.ymera.examination.analysis;

import io.ymera.agent.TaskFailedException;
import io.ymera.codebase.lab.Captured;
import io.ymera.codebase.lab.JavaTools.JavaTool;
import io.ymera.codebase.lab.Texts;
import io.ymera.codebase.lab.Workbench;
import io.ymera.sandbox.Command;
import io.ymera.sandbox.Exit;
import io.ymera.sandbox.Limits;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Java tool as it is run here.
 *
 * @param tool where it is
 * @param mainClass what is started
 * @param config what it may use
 */
record JavaProgram(JavaTool tool, String mainClass, AnalysisConfig config) {

    /** Deep stacks for deeply nested code; short traces, because tools print one for each file that they can't read. */
    private static final List<String> OPTIONS =
            List.of("-Xss16m", "-XX:MaxJavaStackTraceDepth=20", "-Dfile.encoding=UTF-8");

    Captured run(List<String> options, List<String> arguments, Path workspace, Duration time, Workbench bench)
            throws TaskFailedException, InterruptedException {
        List<String> argv = new ArrayList<>(tool.argv(mainClass));
        List<String> added = new ArrayList<>(OPTIONS);
        added.add("-Xmx" + config.memoryMib() * 2 / 3 + "m");
        added.addAll(options);
        argv.addAll(1, added);
        argv.addAll(arguments);
        Limits limits = config.limits(bench.time(time));
        return bench.run(new Command(argv, workspace, tool.readOnly(), Map.of("LANG", "C.UTF-8"), limits));
    }

    /** The version of the jar whose name begins with this, or "unknown". */
    String version(String jar) {
        return Arrays.stream(tool.classPath().split(File.pathSeparator))
                .map(path -> Path.of(path).getFileName().toString())
                .filter(name -> name.startsWith(jar + "-") && name.endsWith(".jar"))
                .map(name -> name.substring(jar.length() + 1, name.length() - ".jar".length()))
                .findFirst()
                .orElse("unknown");
    }

    /** Why a run that ended like this says nothing, for people; empty if it ended with one of these statuses. */
    static Optional<String> broken(Captured ended, List<Integer> statuses) {
        Exit exit = ended.exit();
        return switch (exit.ended()) {
            case WALL_TIME, CPU_TIME -> Optional.of("it did not end in the time that it had");
            case OUTPUT -> Optional.of("it wrote more than is read");
            case MEMORY -> Optional.of("it took more memory than is allowed");
            case DISK -> Optional.of("it wrote more files than is allowed");
            case ITSELF ->
                statuses.contains(exit.code())
                        ? Optional.empty()
                        : Optional.of("it ended with status " + exit.code() + firstLine(ended.stderr()));
        };
    }

    private static String firstLine(String stderr) {
        return stderr.lines()
                .filter(line -> line.contains("Error") || line.contains("Exception"))
                .findFirst()
                .map(line -> " (" + Texts.bounded(line.strip(), 200) + ")")
                .orElse("");
    }
}
