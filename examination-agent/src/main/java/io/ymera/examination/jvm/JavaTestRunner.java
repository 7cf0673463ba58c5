package io.ymera.examination.jvm;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.ymera.agent.TaskFailedException;
import io.ymera.codebase.Language;
import io.ymera.codebase.Project;
import io.ymera.codebase.SourceTree;
import io.ymera.codebase.lab.JavaTools;
import io.ymera.codebase.lab.JavaTools.JavaTool;
import io.ymera.codebase.lab.PlanStep;
import io.ymera.codebase.lab.ToolsConfig;
import io.ymera.codebase.lab.Workbench;
import io.ymera.contracts.Json;
import io.ymera.examination.jvm.Maven.Installation;
import io.ymera.examination.testing.Build;
import io.ymera.examination.testing.Inventory;
import io.ymera.examination.testing.TestExecutionConfig;
import io.ymera.examination.testing.TestPlan;
import io.ymera.examination.testing.TestRunner;
import io.ymera.sandbox.Command;
import io.ymera.sandbox.Limits;
import io.ymera.sandbox.Mount;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Runs tests with the JUnit Platform: JUnit 5 and, by its vintage engine, JUnit 4 and 3. A project with a {@code pom.xml} is built
 * with Maven, any other is compiled as it lies there. Thread-safe.
 */
@Singleton
public class JavaTestRunner implements TestRunner {

    /** In the folder of what was built: how each module's tests are run. */
    static final String RUNS = "runs.json";

    private static final String JUNIT = "junit";
    private static final String POM = "pom.xml";
    private static final String NEEDED_FOR = "running Java tests";
    /** A build may take as long as it may; the attempt's own time bounds it. */
    private static final Duration BUILD_TIME = Duration.ofMinutes(15);

    private final JavaPrograms programs;
    private final Maven maven;
    private final TestExecutionConfig config;

    @Inject
    JavaTestRunner(JavaPrograms programs, Maven maven, TestExecutionConfig config) {
        this.programs = programs;
        this.maven = maven;
        this.config = config;
    }

    /** With tools that are known already. */
    public JavaTestRunner(ToolsConfig tools, TestExecutionConfig config) {
        this(new JavaPrograms(new JavaTools(tools)), new Maven(tools), config);
    }

    @Override
    public Optional<TestPlan> plan(Project project, String framework) throws TaskFailedException {
        boolean asked = framework.equals(JUNIT);
        if (!asked && !framework.equals("auto")
                || project.sources(Language.JAVA).isEmpty()) {
            return Optional.empty();
        }
        JavaTool lab = programs.require(JavaPrograms.LAB, NEEDED_FOR);
        programs.require(JavaPrograms.JUNIT, NEEDED_FOR);
        programs.require(JavaPrograms.JACOCO, NEEDED_FOR);
        String java = JavaPrograms.version(lab.jdk());
        List<PlanStep> steps = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        Optional<Installation> builder = builder(project);
        if (builder.isPresent()) {
            steps.add(new PlanStep(
                    "compile the project and its tests with Maven, offline",
                    "maven",
                    builder.get().version(),
                    "the code base has a " + POM));
        } else {
            steps.add(new PlanStep(
                    "compile the code and its tests",
                    "javac",
                    java,
                    "the code base has Java files and no Maven project"));
        }
        if (builder.isEmpty() && project.has(POM)) {
            notes.add(
                    "The code base is a Maven project, but there is no Maven with a local repository on the agent's machine: it"
                            + " is compiled without what its " + POM
                            + " says; install Maven and name a repository by TEST_MAVEN_REPOSITORY");
        }
        steps.add(new PlanStep(
                "run the tests with JUnit",
                JUNIT,
                junitVersion(),
                asked ? "the request asks for it" : "the code base has Java files"));
        return Optional.of(new TestPlan(Language.JAVA, JUNIT, "Java " + java, steps, notes));
    }

    @Override
    public Build build(TestPlan plan, Project project, Path built, Workbench bench)
            throws TaskFailedException, InterruptedException {
        JavaTool lab = programs.known(JavaPrograms.LAB);
        JavaTool junit = programs.known(JavaPrograms.JUNIT);
        Limits limits = config.limits(bench.time(BUILD_TIME));
        Optional<Installation> builder = builder(project);
        Build build = builder.isPresent()
                ? new MavenBuild(builder.get(), lab, junit, process()).build(project, built, bench, limits)
                : new PlainBuild(lab, junit, process()).build(project, built, bench, limits);
        if (build.succeeded()) {
            writeSuites(built);
        }
        return build;
    }

    @Override
    public Inventory inventory(TestPlan plan, Project project, Path built, Workbench bench)
            throws TaskFailedException, InterruptedException {
        SourceReader reader = new SourceReader(programs.known(JavaPrograms.LAB));
        boolean byMaven = builder(project).isPresent();
        return new JavaInventory(reader).read(project, TestSources.of(project, byMaven, runs(built)), bench);
    }

    @Override
    public Path workspace(TestPlan plan, Project project, Path built, Workbench bench) throws TaskFailedException {
        Path workspace = bench.folder("java-tests");
        SourceTree.copy(project, workspace);
        return workspace;
    }

    @Override
    public Command command(TestPlan plan, Path workspace, Path built, String job, Limits limits) {
        JavaTool lab = programs.known(JavaPrograms.LAB);
        Limits own = JavaPrograms.limits(limits);
        boolean coverage = wantsCoverage(job);
        List<JUnitRun> runs = runs(built);
        List<String> argv;
        if (runs.size() == 1 && runs.getFirst().folder().isEmpty()) {
            argv = process().oneModule(runs.getFirst().classPath(), suite(built, 0), coverage, own);
        } else {
            argv = process().allModules(modules(built, runs, coverage, own));
        }
        TreeSet<Path> readOnly = new TreeSet<>(List.of(lab.jdk(), lab.folder(), built));
        readOnly.add(programs.known(JavaPrograms.JUNIT).folder());
        readOnly.add(programs.known(JavaPrograms.JACOCO).folder());
        maven.find().map(Installation::repository).ifPresent(readOnly::add);
        return new Command(
                argv,
                workspace,
                readOnly.stream().map(Path::toAbsolutePath).map(Mount::new).toList(),
                JavaPrograms.environment(lab.jdk()),
                own,
                job);
    }

    private static boolean wantsCoverage(String job) {
        try {
            return Json.mapper().readTree(job).path("coverage").asBoolean();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The job is not JSON", e);
        }
    }

    private Optional<Installation> builder(Project project) {
        return project.has(POM) ? maven.find() : Optional.empty();
    }

    private JUnitProcess process() {
        return new JUnitProcess(programs.known(JavaPrograms.LAB), programs.known(JavaPrograms.JACOCO));
    }

    private String junitVersion() {
        return JavaPrograms.jars(programs.known(JavaPrograms.JUNIT)).stream()
                .map(jar -> String.valueOf(jar.getFileName()))
                .filter(name -> name.startsWith("junit-platform-console-standalone-"))
                .map(name -> name.replaceAll("junit-platform-console-standalone-|\\.jar", ""))
                .findFirst()
                .orElse("");
    }

    private static void writeSuites(Path built) throws TaskFailedException {
        List<JUnitRun> runs = runs(built);
        try {
            for (int i = 0; i < runs.size(); i++) {
                Files.writeString(suite(built, i), JUnitRun.write(runs.get(i).suite()));
            }
        } catch (IOException e) {
            throw TaskFailedException.retryable(
                    "workspace_unavailable", "Can't write the workspace: " + e.getMessage());
        }
    }

    /** Written anew for each process: whether it measures coverage is on its command line. */
    private Path modules(Path built, List<JUnitRun> runs, boolean coverage, Limits limits) {
        List<Map<String, Object>> modules = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            JUnitRun run = runs.get(i);
            List<String> argv = process().oneModule(run.classPath(), suite(built, i), coverage, limits);
            modules.add(Map.of("folder", run.folder().isEmpty() ? "." : run.folder(), "argv", argv));
        }
        try {
            Path file = Files.createTempFile(built.resolve("run"), "modules", ".json");
            Files.writeString(file, JUnitRun.write(modules));
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path suite(Path built, int number) {
        return built.resolve("run").resolve("suite-" + number + ".json");
    }

    private static List<JUnitRun> runs(Path built) {
        try {
            return JUnitRun.readAll(Files.readString(built.resolve("run").resolve(RUNS)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
