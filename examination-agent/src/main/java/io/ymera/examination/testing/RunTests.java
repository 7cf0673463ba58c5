package io.ymera.examination.testing;

import io.ymera.agent.Capability;
import io.ymera.agent.TaskContext;
import io.ymera.agent.TaskFailedException;
import io.ymera.agent.TaskHandler;
import io.ymera.examination.lab.Resources;
import io.ymera.examination.python.Interpreter;
import io.ymera.examination.python.Python;
import io.ymera.examination.source.SourceTree;
import io.ymera.sandbox.Command;
import io.ymera.sandbox.Exit;
import io.ymera.sandbox.Sandbox;
import io.ymera.sandbox.SandboxUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs the tests of a Python project.
 *
 * <p>Tests that fail are a result, not a failed task. A task fails, for good, when the project can't be run at all: a path
 * that escapes, no Python, a limit that was reached. A run whose interpreter dies is reported with what had finished and one
 * error more.
 */
@Capability(
        value = "test_execution",
        description =
                "Runs the tests (pytest or unittest) of a Python project and reports each with outcome and duration")
final class RunTests implements TaskHandler<RunTestsRequest, TestReport> {

    private static final String RUNNER = Resources.text(Python.class, "run_tests.py");
    /** Left of the attempt's time for reporting. */
    private static final Duration MARGIN = Duration.ofSeconds(5);

    private final Sandbox sandbox;
    private final Python python;
    private final TestExecutionConfig config;
    private final Clock clock;

    RunTests(Sandbox sandbox, Python python, TestExecutionConfig config, Clock clock) {
        this.sandbox = sandbox;
        this.python = python;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public TestReport handle(RunTestsRequest request, TaskContext context)
            throws TaskFailedException, InterruptedException {
        Interpreter interpreter = interpreterFor(request);
        Path project = context.workspace().resolve("project");
        Path runner = context.workspace().resolve("runner").resolve("run_tests.py");
        Duration time = time(request, context);
        TestLog log = new TestLog(
                (done, expected, test) -> context.progress(fraction(done, expected), message(done, expected, test)));
        try {
            SourceTree.write(request.files(), project);
            Files.createDirectory(runner.getParent());
            Files.writeString(runner, RUNNER);
            context.progress(0, "running the tests with " + interpreter);
            Exit exit = sandbox.run(command(request, interpreter, project, runner, time), log);
            return report(request, interpreter, exit, log, time);
        } catch (SandboxUnavailableException e) {
            throw TaskFailedException.retryable("sandbox_unavailable", String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw TaskFailedException.retryable(
                    "workspace_unavailable", "Can't write the workspace: " + e.getMessage());
        }
    }

    private Interpreter interpreterFor(RunTestsRequest request) throws TaskFailedException, InterruptedException {
        Interpreter interpreter = python.interpreter()
                .orElseThrow(() -> TaskFailedException.permanent(
                        "python_not_found",
                        "There is no usable Python 3.8 or newer on the agent's machine: install python3, or name one by"
                                + " TEST_PYTHON"));
        if (request.framework().equals(RunTestsRequest.PYTEST) && !interpreter.hasPytest()) {
            throw TaskFailedException.permanent(
                    "pytest_not_found",
                    "pytest is not installed for " + interpreter.executable()
                            + " on the agent's machine: install it (python3 -m pip install pytest), or ask for the framework"
                            + " unittest or auto");
        }
        return interpreter;
    }

    private Duration time(RunTestsRequest request, TaskContext context) {
        Duration asked = min(Duration.ofSeconds(request.timeoutSeconds()), config.maxTimeout());
        Duration left = Duration.between(clock.instant(), context.deadline()).minus(MARGIN);
        return left.isPositive() ? min(asked, left) : Duration.ofSeconds(1);
    }

    private Command command(
            RunTestsRequest request, Interpreter interpreter, Path project, Path runner, Duration time) {
        List<Path> readOnly = new ArrayList<>(interpreter.readOnly());
        readOnly.add(runner);
        return new Command(
                List.of(
                        interpreter.executable().toString(),
                        runner.toString(),
                        runnersFramework(request, interpreter),
                        Integer.toString(TestLog.TEXT - 100),
                        Integer.toString(TestLog.TEXT_BYTES)),
                project,
                readOnly,
                interpreter.environment(),
                config.limits(time));
    }

    private static TestReport report(
            RunTestsRequest request, Interpreter interpreter, Exit exit, TestLog log, Duration time)
            throws TaskFailedException {
        switch (exit.ended()) {
            case WALL_TIME ->
                throw TaskFailedException.permanent(
                        "tests_timed_out", "The tests did not end within " + time.toSeconds() + " s: " + log.howFar());
            case CPU_TIME ->
                throw TaskFailedException.permanent(
                        "tests_timed_out", "The tests used their processor time up: " + log.howFar());
            case OUTPUT ->
                throw TaskFailedException.permanent(
                        "output_limit_reached", "The tests wrote more output than is allowed: " + log.howFar());
            case ITSELF -> {
                if (!log.complete()) {
                    String how = exit.signal() > 0
                            ? "was killed by signal " + exit.signal()
                            : "ended with status " + exit.code();
                    log.brokenOff("The interpreter " + how + " before the tests were done");
                }
            }
        }
        boolean pytest = runnersFramework(request, interpreter).equals(RunTestsRequest.PYTEST);
        String wanted = pytest ? RunTestsRequest.PYTEST : RunTestsRequest.UNITTEST;
        return log.report(wanted, interpreter.version());
    }

    private static String runnersFramework(RunTestsRequest request, Interpreter interpreter) {
        if (!request.framework().equals(RunTestsRequest.AUTO)) {
            return request.framework();
        }
        return interpreter.hasPytest() ? RunTestsRequest.PYTEST : "unittest-for-want-of-pytest";
    }

    private static double fraction(int done, @Nullable Integer expected) {
        return expected == null || expected == 0 ? 0 : (double) done / expected;
    }

    private static String message(int done, @Nullable Integer expected, TestRun test) {
        String of = expected == null ? "" : "/" + expected;
        return done + of + " " + test.id() + " " + test.outcome();
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
