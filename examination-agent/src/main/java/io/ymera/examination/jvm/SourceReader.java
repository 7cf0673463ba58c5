package io.ymera.examination.jvm;

import io.ymera.agent.TaskFailedException;
import io.ymera.codebase.Project;
import io.ymera.codebase.lab.Captured;
import io.ymera.codebase.lab.JavaTools.JavaTool;
import io.ymera.codebase.lab.Workbench;
import io.ymera.sandbox.Command;
import io.ymera.sandbox.Limits;
import io.ymera.sandbox.Mount;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Runs a program of {@code examination-lab} that parses a project's sources, none of which it executes. */
final class SourceReader {

    /** The failure of a program that did not say what it was to say. */
    static final String NOT_READ = "java_not_read";

    private static final Duration TIME = Duration.ofMinutes(5);
    private static final long OUTPUT_BYTES = 64L << 20;

    private final JavaTool lab;

    SourceReader(JavaTool lab) {
        this.lab = lab;
    }

    /**
     * What the program says.
     *
     * @param program its class
     * @param job what it is told, written as JSON
     */
    List<String> read(String program, Project project, Object job, Workbench bench)
            throws TaskFailedException, InterruptedException {
        Captured read = bench.run(command(program, project, job, bench));
        if (!read.exit().success()) {
            throw TaskFailedException.permanent(
                    NOT_READ, "The Java sources could not be read: " + read.exit() + " " + read.stderr());
        }
        return read.stdout().lines().toList();
    }

    static TaskFailedException broken(String how) {
        return TaskFailedException.permanent(NOT_READ, how);
    }

    private Command command(String program, Project project, Object job, Workbench bench) throws TaskFailedException {
        Limits limits = JavaPrograms.limits(Limits.defaults())
                .withWallTime(bench.time(TIME))
                .withOutputBytes(OUTPUT_BYTES);
        List<String> argv = new ArrayList<>();
        argv.add(lab.jdk().resolve("bin/java").toString());
        argv.addAll(JavaPrograms.options());
        argv.addAll(
                List.of("-Xmx1g", "-XX:TieredStopAtLevel=1", "-p", lab.classPath(), "-m", "io.ymera.lab/" + program));
        argv.add(project.folder().toString());
        return new Command(
                argv,
                bench.folder("java-sources"),
                Stream.of(lab.jdk(), lab.folder(), project.folder())
                        .map(Path::toAbsolutePath)
                        .map(Mount::new)
                        .toList(),
                JavaPrograms.environment(lab.jdk()),
                limits,
                JUnitRun.write(job));
    }
}
