package io.ymera.examination.testing;

import io.quarkus.arc.All;
import io.ymera.agent.TaskFailedException;
import io.ymera.codebase.Language;
import io.ymera.codebase.Project;
import io.ymera.codebase.lab.MissingTool;
import io.ymera.codebase.lab.PlanStep;
import io.ymera.codebase.lab.Workbench;
import io.ymera.examination.testing.CoverageReport.FileCoverage;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;

/**
 * Runs a code base's tests, of every language that it has a {@link TestRunner} for, and says what they come to. Tests that fail,
 * hang, crash or cheat are a result; a task fails only when it can't be examined at all. Thread-safe.
 */
@Singleton
public class TestExecution {

    /** What a report may have of tests, in bytes of JSON. */
    static final int REPORT_BYTES = 850 * 1024;

    private static final int MOST_SHARDS = 8;

    private final List<TestRunner> runners;
    private final TestExecutionConfig config;
    private final SecureRandom random = new SecureRandom();
    private final Semaphore extra;

    /** With these languages. */
    public TestExecution(@All List<TestRunner> runners, TestExecutionConfig config) {
        this.runners = List.copyOf(runners);
        this.config = config;
        this.extra = new Semaphore(config.extraParts());
    }

    /**
     * Runs the tests.
     *
     * @throws TaskFailedException permanent, if the framework that was asked for is not there or does not fit the code base, or the
     *     only language of the code base can't be run here; retryable, if nothing can be confined now
     */
    public Examined run(Project project, TestOptions options, Workbench bench)
            throws TaskFailedException, InterruptedException {
        Run run = new Run(project, options, bench);
        Map<TestRunner, TestPlan> plans = run.plans();
        Duration time = bench.time(min(options.timeout(), config.maxTimeout()));
        long endsAt = System.nanoTime() + time.toNanos();
        for (Map.Entry<TestRunner, TestPlan> each : plans.entrySet()) {
            run.suite(each.getKey(), each.getValue(), options.withTimeout(time), endsAt);
        }
        return run.examined();
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    /** One code base, language after language. */
    private final class Run {

        private final Project project;
        private final TestOptions options;
        private final Workbench bench;
        private final CoverageData coverage;
        private final List<PlanStep> steps = new ArrayList<>();
        private final List<TestSuite> suites = new ArrayList<>();
        private final List<NotRun> notRun = new ArrayList<>();
        private final List<FlakyTest> flaky = new ArrayList<>();
        private final List<MissingTool> missing = new ArrayList<>();
        private final Set<String> notes = new LinkedHashSet<>();
        private final Gathered all = new Gathered();
        private Verdict verdict = Verdict.PASSED;

        Run(Project project, TestOptions options, Workbench bench) {
            this.project = project;
            this.options = options;
            this.bench = bench;
            Set<String> sources = new HashSet<>();
            for (Language language : Language.values()) {
                project.productSources(language).stream()
                        .filter(Project::isExecutable)
                        .forEach(sources::add);
            }
            this.coverage = new CoverageData(sources);
        }

        Map<TestRunner, TestPlan> plans() throws TaskFailedException, InterruptedException {
            Map<TestRunner, TestPlan> plans = new LinkedHashMap<>();
            List<TaskFailedException> failures = new ArrayList<>();
            for (TestRunner runner : runners) {
                try {
                    runner.plan(project, options.framework()).ifPresent(plan -> plans.put(runner, plan));
                } catch (TaskFailedException e) {
                    failures.add(e);
                }
            }
            if (plans.isEmpty() && !failures.isEmpty()) {
                throw failures.getFirst();
            }
            if (plans.isEmpty() && !options.framework().equals(TestOptions.AUTO)) {
                throw TaskFailedException.permanent(
                        "framework_does_not_fit",
                        "The code base has nothing that can be run with " + options.framework());
            }
            for (TaskFailedException failure : failures) {
                missing.add(new MissingTool(
                        failure.failure().code().replaceFirst("_not_found$", ""),
                        "running the tests of one of the code base's languages",
                        String.valueOf(failure.getMessage())));
                // Tests that nobody can run may fail
                verdict = verdict.or(Verdict.BROKEN);
            }
            return plans;
        }

        void suite(TestRunner runner, TestPlan plan, TestOptions timed, long endsAt)
                throws TaskFailedException, InterruptedException {
            steps.addAll(plan.steps());
            notes.addAll(plan.notes());
            Path built = bench.folder(plan.language() + "-built");
            String tool = plan.steps().isEmpty()
                    ? plan.framework()
                    : plan.steps().getLast().tool();
            bench.context().progress(0, "running the tests with " + tool + " on " + plan.runtime());
            Build build = runner.build(plan, project, built, bench);
            if (!build.succeeded()) {
                suites.add(new TestSuite(
                        plan.language(), plan.framework(), plan.runtime(), build, Verdict.BROKEN, Totals.NONE));
                notes.add("The " + plan.language().title() + " code does not build");
                return;
            }
            Inventory inventory = runner.inventory(plan, project, built, bench);
            Parts parts = new Parts(runner, plan, project, built, bench, timed, config, random, endsAt);
            SuiteRun run = new SuiteRun(parts, extra);
            int shards = Math.clamp(options.shards(), 1, MOST_SHARDS);
            Gathered gathered = run.run(shards, REPORT_BYTES, coverage);
            flaky.addAll(run.flaky(gathered, options.reruns()));
            callRoll(inventory, gathered);
            String framework = gathered.framework() == null ? plan.framework() : gathered.framework();
            suites.add(new TestSuite(
                    plan.language(), framework, plan.runtime(), build, gathered.verdict(), gathered.totals()));
            if (gathered.totals().tests() == 0 && gathered.tests().isEmpty()) {
                notes.add(plans(plan) + "No tests were found");
            }
            all.add(gathered);
        }

        /** Of a run that would be believed; of another one it is known already that it is not the whole story. */
        private void callRoll(Inventory inventory, Gathered gathered) {
            if (gathered.verdict().compareTo(Verdict.NO_TESTS) > 0) {
                return;
            }
            inventory.notes().forEach(gathered::note);
            if (inventory.unread() != null) {
                gathered.broken("It is not known which tests the sources have: " + inventory.unread());
                return;
            }
            inventory.rewritten().forEach(gathered::broken);
            List<NotRun> absent = new RollCall(inventory, gathered.ids(), gathered.skipped()).absent();
            notRun.addAll(absent);
            RollCall.notes(absent).forEach(gathered::note);
            String complaint = RollCall.complaint(absent);
            if (!complaint.isEmpty()) {
                gathered.broken(complaint);
            }
        }

        Examined examined() {
            verdict = suites.stream()
                    .map(TestSuite::verdict)
                    // A language without tests takes nothing from another one's
                    .filter(each -> each != Verdict.NO_TESTS)
                    .reduce(verdict, Verdict::or);
            boolean none = suites.stream().allMatch(suite -> suite.verdict() == Verdict.NO_TESTS);
            if (none && verdict == Verdict.PASSED) {
                verdict = Verdict.NO_TESTS;
            }
            if (suites.isEmpty()) {
                notes.add("No tests were found");
            }
            notes.addAll(all.notes());
            String framework =
                    suites.stream().map(TestSuite::framework).distinct().collect(Collectors.joining(", "));
            TestReport report = new TestReport(
                    TestReport.BUILTIN,
                    verdict,
                    framework.isEmpty() ? options.framework() : framework,
                    steps,
                    suites,
                    all.totals(),
                    all.tests(),
                    RollCall.listed(notRun),
                    flaky,
                    all.incidents(),
                    missing,
                    List.copyOf(notes),
                    null);
            return new Examined(report, options.coverage() ? Optional.of(coverageReport()) : Optional.empty());
        }

        private String plans(TestPlan plan) {
            return suites.size() <= 1 && project.languages().size() <= 1
                    ? ""
                    : plan.language().title() + ": ";
        }

        private CoverageReport coverageReport() {
            List<FileCoverage> files = coverage.files();
            int executable = files.stream().mapToInt(FileCoverage::executable).sum();
            int executed = files.stream().mapToInt(FileCoverage::executed).sum();
            List<String> remarks = new ArrayList<>();
            if (coverage.unknown() > 0) {
                remarks.add("Of " + coverage.unknown() + " source files it is not known which lines can be executed");
            }
            return new CoverageReport(
                    TestReport.BUILTIN,
                    executable,
                    executed,
                    CoverageData.percent(executed, executable),
                    files,
                    remarks);
        }
    }
}
