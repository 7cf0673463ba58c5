package io.ymera.examination.python;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ymera.agent.TaskFailedException;
import io.ymera.codebase.Language;
import io.ymera.codebase.Project;
import io.ymera.codebase.SourceTree;
import io.ymera.codebase.lab.PlanStep;
import io.ymera.codebase.lab.Texts;
import io.ymera.codebase.lab.Workbench;
import io.ymera.codebase.python.Interpreter;
import io.ymera.codebase.python.Python;
import io.ymera.examination.analysis.AnalysisConfig;
import io.ymera.examination.python.PythonFiles.Reading;
import io.ymera.examination.testing.Build;
import io.ymera.examination.testing.DeclaredTest;
import io.ymera.examination.testing.Inventory;
import io.ymera.examination.testing.TestPlan;
import io.ymera.examination.testing.TestRunner;
import io.ymera.sandbox.Command;
import io.ymera.sandbox.Limits;
import io.ymera.sandbox.Mount;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs tests with pytest or unittest. */
@Singleton
public class PythonTests implements TestRunner {

    private static final String PYTEST = "pytest";
    private static final String UNITTEST = "unittest";
    private static final int WHY = 300;
    private static final String FOR_WANT_OF_PYTEST = "unittest-for-want-of-pytest";

    /** What may follow a test's name: parameters, parts of it that a plugin or a subtest makes. */
    private static final List<String> ENDS = List.of("[", "::", " ", "(", "@", "<", "#");

    private final Python python;
    private final PythonFiles files;

    /** With this interpreter; {@code config} is for reading the sources. */
    public PythonTests(Python python, AnalysisConfig config) {
        this.python = python;
        this.files = new PythonFiles(python, config);
    }

    @Override
    public Optional<TestPlan> plan(Project project, String framework) throws TaskFailedException, InterruptedException {
        boolean asked = framework.equals(PYTEST) || framework.equals(UNITTEST);
        if (!asked
                && (!framework.equals("auto")
                        || project.sources(Language.PYTHON).isEmpty())) {
            return Optional.empty();
        }
        Interpreter interpreter = interpreter();
        if (framework.equals(PYTEST) && !interpreter.hasPytest()) {
            throw TaskFailedException.permanent(
                    "pytest_not_found",
                    "pytest is not installed for " + interpreter.executable()
                            + " on the agent's machine: install it (python3 -m pip install pytest), or ask for the framework"
                            + " unittest or auto");
        }
        String used = asked ? framework : interpreter.hasPytest() ? PYTEST : FOR_WANT_OF_PYTEST;
        PlanStep step = new PlanStep(
                "run the tests with " + shown(used),
                shown(used),
                used.equals(PYTEST) ? String.valueOf(interpreter.pytest()) : interpreter.version(),
                asked ? "the request asks for it" : "the code base has Python files");
        return Optional.of(
                new TestPlan(Language.PYTHON, used, "Python " + interpreter.version(), List.of(step), List.of()));
    }

    /** The runner is laid where tests can only read it. */
    @Override
    public Build build(TestPlan plan, Project project, Path built, Workbench bench) throws TaskFailedException {
        Scripts.RUN_TESTS.write(built);
        return Build.NOT_NEEDED;
    }

    @Override
    public Inventory inventory(TestPlan plan, Project project, Path built, Workbench bench)
            throws TaskFailedException, InterruptedException {
        boolean pytest = plan.framework().equals(PYTEST);
        List<DeclaredTest> tests = new ArrayList<>();
        Reading reading = files.read(
                Scripts.LIST_TESTS,
                "knowing which tests there are",
                project.sources(Language.PYTHON),
                project,
                bench,
                Declared.class,
                (path, declared) ->
                        (pytest ? declared.pytest() : declared.unittest()).forEach(test -> tests.add(test.in(path))));
        return reading.missing().isEmpty()
                ? new Inventory(tests, ENDS, reading.notes(), null, List.of())
                : Inventory.unread(reading.missing().getFirst().howToGet());
    }

    @Override
    public Path workspace(TestPlan plan, Project project, Path built, Workbench bench) throws TaskFailedException {
        Path workspace = bench.folder("python-tests");
        SourceTree.copy(withoutCaches(project), workspace);
        return workspace;
    }

    @Override
    public Command command(TestPlan plan, Path workspace, Path built, String job, Limits limits) {
        Interpreter interpreter = known();
        List<Mount> readOnly = new ArrayList<>();
        interpreter.readOnly().forEach(path -> readOnly.add(new Mount(path)));
        readOnly.add(new Mount(built));
        return new Command(
                List.of(
                        interpreter.executable().toString(),
                        built.resolve(Scripts.RUN_TESTS.program()).toString()),
                workspace,
                readOnly,
                interpreter.environment(),
                limits,
                job);
    }

    private Interpreter interpreter() throws TaskFailedException, InterruptedException {
        return python.interpreter()
                .orElseThrow(() -> TaskFailedException.permanent(
                        "python_not_found",
                        "There is no usable Python 3.8 or newer on the agent's machine: install python3, or name one by"
                                + " TEST_PYTHON"));
    }

    /** There was one when the plan was made, and it is kept. */
    private Interpreter known() {
        try {
            return python.interpreter().orElseThrow();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking for an interpreter that is known", e);
        }
    }

    /** Python would rather load these than the sources, and need not ask whether they are the same. */
    private static Project withoutCaches(Project project) {
        return new Project(
                project.folder(),
                project.paths().stream()
                        .filter(path -> !path.matches("(?:.*/)?__pycache__/.*"))
                        .toList());
    }

    private static String shown(String framework) {
        return framework.equals(FOR_WANT_OF_PYTEST) ? UNITTEST : framework;
    }

    /** What the script says of a file. */
    @RegisterForReflection
    record Declared(List<Said> pytest, List<Said> unittest) {}

    /** One of its tests. */
    @RegisterForReflection
    record Said(
            int line,
            String id,
            List<String> also,
            List<String> scopes,
            @Nullable String why) {

        DeclaredTest in(String path) {
            return new DeclaredTest(
                    path, Math.max(1, line), id, also, scopes, false, why == null ? null : Texts.bounded(why, WHY));
        }
    }
}
