package io.ymera.examination.testing;

import io.ymera.agent.TaskFailedException;
import io.ymera.codebase.Project;
import io.ymera.codebase.lab.Workbench;
import io.ymera.sandbox.Command;
import io.ymera.sandbox.Limits;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Runs tests of one language. What is the same for all (several runs, tests that hang, tests that kill their runner, flaky ones,
 * parts that run side by side, the report) is in {@link TestExecution}. Thread-safe.
 *
 * <p>The program of {@link #command} writes {@link RunnerLine}s to its standard output, each sealed (see
 * {@link io.ymera.examination.lab.Seal}); what tests print goes to standard error.
 */
public interface TestRunner {

    /**
     * How the tests would be run.
     *
     * @param framework the one that was asked for, or {@code auto}
     * @return empty if the code base has no code of the language or the framework is another language's
     * @throws TaskFailedException permanent, if it would be run by something that is not there, naming it and how to get it
     */
    Optional<TestPlan> plan(Project project, String framework) throws TaskFailedException, InterruptedException;

    /**
     * Makes a folder in which the tests can be run. Called once for each process, so that none sees what another one left behind,
     * and so that work which need not be repeated (compiling) is best done in {@code built}.
     *
     * @param built of this plan, made by {@link #build}
     * @return the workspace for {@link #command}
     */
    Path workspace(TestPlan plan, Project project, Path built, Workbench bench)
            throws TaskFailedException, InterruptedException;

    /**
     * Builds the project and its tests, if that is needed.
     *
     * @param built an empty folder for what comes out
     */
    Build build(TestPlan plan, Project project, Path built, Workbench bench)
            throws TaskFailedException, InterruptedException;

    /**
     * Which tests the sources have, told before any of the project's code runs and without running it.
     *
     * @param built of this plan, made by {@link #build}
     */
    Inventory inventory(TestPlan plan, Project project, Path built, Workbench bench)
            throws TaskFailedException, InterruptedException;

    /**
     * The program that runs the tests.
     *
     * @param workspace from {@link #workspace}
     * @param job what it is told: its standard input, written as JSON
     * @param limits what it may use
     */
    Command command(TestPlan plan, Path workspace, Path built, String job, Limits limits);
}
