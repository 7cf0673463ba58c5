package io.ymera.examination.jvm;

import io.ymera.agent.TaskFailedException;
import io.ymera.codebase.Language;
import io.ymera.codebase.Project;
import io.ymera.codebase.SourceTree;
import io.ymera.codebase.lab.JavaTools.JavaTool;
import io.ymera.codebase.lab.Tail;
import io.ymera.codebase.lab.Workbench;
import io.ymera.examination.jvm.Maven.Installation;
import io.ymera.examination.testing.Build;
import io.ymera.sandbox.Command;
import io.ymera.sandbox.Exit;
import io.ymera.sandbox.Limits;
import io.ymera.sandbox.Mount;
import io.ymera.sandbox.OutputListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Compiles a project and its tests with Maven: {@code mvn -o test-compile}, all modules, in a copy of the project. Nothing is
 * downloaded, because there is no network in the sandbox, and the local repository is only read; Maven 3.8 and 3.9 can do with
 * that. Maven's plugins are code that the project chooses; what they leave behind is not believed.
 */
final class MavenBuild {

    private static final int LOG = 16 * 1024;
    private static final String PROJECT = "project";
    private static final String MODULES = "modules.json";
    /** Maven's own configuration of its log is not loaded. */
    private static final List<String> PLAIN_LOG = Stream.of("showThreadName", "showLogName", "showDateTime")
            .map(option -> "-Dorg.slf4j.simpleLogger." + option + "=false")
            .toList();

    private static final String ESCAPES = "\u001b\\[[0-9;]*m";
    private static final String LAUNCHER = "org.codehaus.plexus.classworlds.launcher.Launcher";

    private final Installation maven;
    private final JavaTool lab;
    private final List<Path> junit;
    private final JUnitProcess process;

    MavenBuild(Installation maven, JavaTool lab, JavaTool junit, JUnitProcess process) {
        this.maven = maven;
        this.lab = lab;
        this.junit = JavaPrograms.jars(junit);
        this.process = process;
    }

    /** Leaves classes and {@link JUnitRun}s in {@code built}. */
    Build build(Project project, Path built, Workbench bench, Limits limits)
            throws TaskFailedException, InterruptedException {
        Path out = built.resolve("out");
        Path run = built.resolve("run");
        try {
            Files.createDirectories(out.resolve(PROJECT));
            Files.createDirectories(run);
            Files.writeString(run.resolve("m2.conf"), launcherConfiguration());
            SourceTree.copy(project, out.resolve(PROJECT));
            Tail log = new Tail(LOG);
            Exit exit = bench.run(command(out, run, limits), listener(log));
            String said = log.toString().replaceAll(ESCAPES, "").replace(Command.WORKSPACE + "/" + PROJECT + "/", "");
            if (!exit.success()) {
                return new Build(false, said + PlainBuild.ended(exit) + advice(said));
            }
            List<JUnitRun> runs = new ArrayList<>();
            List<String> notes = new ArrayList<>();
            for (MavenModule module : MavenModule.read(out.resolve(MODULES))) {
                String problem = add(project, module, out, runs, notes);
                if (!problem.isEmpty()) {
                    return new Build(false, said + "\n" + problem);
                }
            }
            Files.writeString(run.resolve(JavaTestRunner.RUNS), JUnitRun.write(runs));
            notes.add(0, said);
            return new Build(true, String.join("\n", notes).strip());
        } catch (IOException e) {
            return new Build(false, "What Maven left behind can't be used: " + e.getMessage());
        }
    }

    private Command command(Path out, Path run, Limits limits) {
        List<String> argv =
                new ArrayList<>(List.of(lab.jdk().resolve("bin/java").toString()));
        argv.addAll(JavaPrograms.options());
        argv.addAll(JavaPrograms.memory(limits));
        argv.addAll(List.of("-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED"));
        if (JavaPrograms.release(lab.jdk()) >= 24) {
            argv.add("--sun-misc-unsafe-memory-access=allow"); // Maven's libraries do, and each JDK warns of that
        }
        argv.addAll(List.of("-cp", maven.launcher().toString()));
        argv.add("-Dclassworlds.conf=" + run.resolve("m2.conf"));
        argv.add("-Dmaven.home=" + maven.home());
        argv.add("-Dmaven.multiModuleProjectDirectory=" + PROJECT);
        argv.add("-Duser.home=/tmp");
        argv.addAll(List.of(LAUNCHER, "-o", "-B", "-q", "-f", PROJECT + "/pom.xml"));
        argv.add("-Dstyle.color=never");
        argv.addAll(PLAIN_LOG);
        // Whatever is in the local repository may be used, from whichever mirror it came
        argv.add("-Daether.enhancedLocalRepository.trackingFilename=_not.tracked");
        argv.add("-Dmaven.repo.local=" + maven.repository());
        argv.add("-Dymera.lab.modules=" + MODULES);
        argv.add("test-compile");
        List<Mount> readOnly = Stream.of(lab.jdk(), lab.folder(), maven.home(), maven.repository(), run)
                .map(Path::toAbsolutePath)
                .map(Mount::new)
                .toList();
        return new Command(argv, out, readOnly, JavaPrograms.environment(lab.jdk()), JavaPrograms.limits(limits), "");
    }

    /** Maven's own names a folder of configuration that is elsewhere where a distribution has packaged it. */
    private String launcherConfiguration() {
        return "main is org.apache.maven.cli.MavenCli from plexus.core\n\n[plexus.core]\nload " + lab.classPath()
                + "\nload ${maven.home}/lib/*.jar\n";
    }

    private String add(Project project, MavenModule module, Path out, List<JUnitRun> runs, List<String> notes) {
        Path root = out.resolve(PROJECT);
        Path folder = moved(module.folder(), out);
        String relative = folder.startsWith(root) ? root.relativize(folder).toString() : "?";
        if (!project.has(relative.isEmpty() ? "pom.xml" : relative + "/pom.xml")) {
            return "Maven built a module that is not in the project: " + module.folder();
        }
        Path tests = moved(module.tests(), out);
        Path product = moved(module.product(), out);
        List<Path> classPath = new ArrayList<>();
        for (String entry : module.classPath()) {
            Path path = moved(entry, out);
            if (!path.startsWith(out) && !path.startsWith(maven.repository())) {
                notes.add(module.name() + " wants " + entry + " on its class path, which is not there");
            } else if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                classPath.add(path);
            }
        }
        if (!tests.startsWith(root) || !product.startsWith(root)) {
            return module.name() + " has its classes outside of the project";
        }
        if (!Files.isDirectory(tests, LinkOption.NOFOLLOW_LINKS)) {
            return ""; // It has no tests
        }
        Framework framework = Framework.of(classPath, maven.repository(), junit);
        if (!framework.problem().isEmpty()) {
            return framework.problem() + "\n" + howToGet();
        }
        if (!framework.note().isEmpty()) {
            notes.add(module.name() + ": " + framework.note());
        }
        classPath.removeAll(framework.dropped());
        classPath.removeAll(List.of(tests, product));
        List<Path> foreign =
                classPath.stream().filter(path -> path.startsWith(out)).toList();
        List<Path> libraries = new ArrayList<>(classPath);
        libraries.removeAll(foreign);
        libraries.addAll(framework.behind());
        String prefix = relative.isEmpty() ? "" : relative + "/";
        List<String> sources = project.productSources(Language.JAVA).stream()
                .filter(source -> source.startsWith(prefix))
                .toList();
        runs.add(JUnitRun.of(
                relative,
                new TestClassPath(framework.jars(), List.of(tests), List.of(product), foreign, libraries),
                process.analysis(),
                sources,
                SurefirePatterns.include(module.include()),
                SurefirePatterns.exclude(module.exclude()).orElse(null)));
        return "";
    }

    /** Where something is that Maven saw in its workspace. */
    private static Path moved(String path, Path out) {
        Path inside = Path.of(path).normalize();
        Path workspace = Path.of(Command.WORKSPACE);
        return inside.startsWith(workspace) ? out.resolve(workspace.relativize(inside)) : inside;
    }

    private String advice(String log) {
        return log.contains("in offline mode")
                        || log.contains("Could not resolve")
                        || log.contains("not been downloaded")
                ? "\n" + howToGet()
                : "";
    }

    private String howToGet() {
        return "There is no network where projects are built, and something that this one needs is not in the agent's local Maven"
                + " repository. Where there is a network, fetch it there: mvn -Dmaven.repo.local=REPOSITORY"
                + " dependency:go-offline, or mvn -Dmaven.repo.local=REPOSITORY test, with the folder that"
                + " TEST_MAVEN_REPOSITORY names. All users must be able to read what is in it";
    }

    private static OutputListener listener(Tail log) {
        return new OutputListener() {
            @Override
            public void stdout(byte[] bytes) {
                log.append(bytes);
            }

            @Override
            public void stderr(byte[] bytes) {
                log.append(bytes);
            }
        };
    }
}
