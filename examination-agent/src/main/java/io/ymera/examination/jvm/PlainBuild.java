package io.ymera.examination.jvm;

import io.ymera.agent.TaskFailedException;
import io.ymera.codebase.Project;
import io.ymera.codebase.lab.JavaTools.JavaTool;
import io.ymera.codebase.lab.Tail;
import io.ymera.codebase.lab.Workbench;
import io.ymera.examination.testing.Build;
import io.ymera.sandbox.Command;
import io.ymera.sandbox.Exit;
import io.ymera.sandbox.Limits;
import io.ymera.sandbox.Mount;
import io.ymera.sandbox.OutputListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compiles a project that has no build tool, the product first and then its tests, with {@code javac}, without annotation
 * processors: these would be code of the project that runs before anybody looks.
 */
final class PlainBuild {

    private static final int LOG = 16 * 1024;
    private static final String BOTH =
            "javac() { \"$JAVA_HOME/bin/javac\" \"$@\"; }; set -e; for args; do javac @\"$args\"; done";

    private final JavaTool lab;
    private final List<Path> junit;
    private final JUnitProcess process;

    PlainBuild(JavaTool lab, JavaTool junit, JUnitProcess process) {
        this.lab = lab;
        this.junit = JavaPrograms.jars(junit);
        this.process = process;
    }

    /** Leaves classes and {@link JUnitRun}s in {@code built}. */
    Build build(Project project, Path built, Workbench bench, Limits limits)
            throws TaskFailedException, InterruptedException {
        Layout layout = Layout.of(project);
        Path out = built.resolve("out");
        Path run = built.resolve("run");
        Path classes = out.resolve("classes");
        Path testClasses = out.resolve("test-classes");
        List<Path> jars = layout.jars().stream().map(project.folder()::resolve).toList();
        List<Path> foreign = new ArrayList<>();
        layout.resources().forEach(folder -> foreign.add(Path.of(folder)));
        layout.jars().forEach(jar -> foreign.add(Path.of(jar)));
        TestClassPath path = new TestClassPath(
                Framework.ours(junit), List.of(testClasses), List.of(classes), foreign, Framework.oursBehind(junit));
        JUnitRun tests = JUnitRun.of("", path, process.analysis(), layout.product(), null, null);
        try {
            Files.createDirectories(classes);
            Files.createDirectories(testClasses);
            Files.createDirectories(run);
            Files.writeString(run.resolve(JavaTestRunner.RUNS), JUnitRun.write(List.of(tests)));
            List<String> rounds = new ArrayList<>();
            if (!layout.product().isEmpty()) {
                // Some keep JUnit's assertions in the product; it has no more of the framework than Maven would give it
                List<Path> known = Stream.concat(jars.stream(), junit.stream()).toList();
                rounds.add(arguments(run.resolve("classes.args"), project, layout.product(), classes, known));
            }
            if (!layout.tests().isEmpty()) {
                List<Path> known = new ArrayList<>(path.framework());
                known.add(classes.getFileName()); // Where javac runs, the folder has another path
                known.addAll(jars);
                known.addAll(path.libraries());
                rounds.add(arguments(run.resolve("tests.args"), project, layout.tests(), testClasses, known));
            }
            return compile(project, rounds, out, run, bench, limits);
        } catch (IOException e) {
            throw TaskFailedException.retryable(
                    "workspace_unavailable", "Can't write the workspace: " + e.getMessage());
        }
    }

    private Build compile(Project project, List<String> rounds, Path out, Path run, Workbench bench, Limits limits)
            throws TaskFailedException, InterruptedException {
        if (rounds.isEmpty()) {
            return new Build(true, "");
        }
        List<String> argv = new ArrayList<>(List.of("/bin/sh", "-c", BOTH, "build"));
        argv.addAll(rounds);
        List<Mount> readOnly = Stream.of(
                        lab.jdk(), project.folder(), run, junit.getFirst().resolveSibling(""))
                .map(Path::normalize)
                .map(Mount::new)
                .toList();
        Tail log = new Tail(LOG);
        Exit exit = bench.run(
                new Command(argv, out, readOnly, JavaPrograms.environment(lab.jdk()), JavaPrograms.limits(limits), ""),
                new OutputListener() {
                    @Override
                    public void stdout(byte[] bytes) {
                        log.append(bytes);
                    }

                    @Override
                    public void stderr(byte[] bytes) {
                        log.append(bytes);
                    }
                });
        String said = log.toString().replace(project.folder() + "/", "");
        return exit.success() ? new Build(true, said) : new Build(false, said + ended(exit));
    }

    static String ended(Exit exit) {
        return exit.ended() == Exit.Ended.ITSELF && exit.signal() == 0
                ? ""
                : "\nThe build was stopped: " + exit.ended();
    }

    /** Writes the arguments of one run of javac into a file, because there may be many. */
    private static String arguments(Path file, Project project, List<String> sources, Path out, List<Path> known)
            throws IOException {
        String classPath = known.stream().map(Path::toString).collect(Collectors.joining(":"));
        List<String> arguments = new ArrayList<>(List.of(
                "-d",
                String.valueOf(out.getFileName()),
                "-g",
                "-parameters",
                "-proc:none",
                "-encoding",
                "UTF-8",
                "-nowarn",
                "-Xmaxerrs",
                "50",
                // No source is taken but those that are named
                "-sourcepath",
                ""));
        arguments.addAll(List.of("-cp", classPath));
        sources.forEach(source -> arguments.add(project.folder().resolve(source).toString()));
        Files.writeString(file, arguments.stream().map(PlainBuild::quoted).collect(Collectors.joining("\n", "", "\n")));
        return file.toString();
    }

    private static String quoted(String argument) {
        return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
