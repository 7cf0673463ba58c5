package io.ymera.examination.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.ymera.agent.TaskFailedException;
import io.ymera.codebase.Project;
import io.ymera.codebase.SourceTree;
import io.ymera.codebase.lab.Workbench;
import io.ymera.contracts.Json;
import io.ymera.examination.lab.Seal;
import io.ymera.sandbox.Command;
import io.ymera.sandbox.Exit;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs parts of one suite to their ends: a process whose test hangs or that dies in a test is followed by another one for the rest.
 * Thread-safe.
 *
 * @param runner the language's
 * @param plan the runner's
 * @param project the code base
 * @param built what the runner built
 * @param bench the attempt
 * @param options what was asked for
 * @param config what may be used
 * @param random for keys and names
 * @param endsAt when the time for all tests is over, as {@link System#nanoTime}
 */
record Parts(
        TestRunner runner,
        TestPlan plan,
        Project project,
        Path built,
        Workbench bench,
        TestOptions options,
        TestExecutionConfig config,
        SecureRandom random,
        long endsAt) {

    private static final int MOST_CONTINUATIONS = 10;

    /** All tests of one part. */
    Gathered run(int shard, int shards, Room room, CoverageData coverage, TestLog.Progress progress)
            throws TaskFailedException, InterruptedException {
        return run(null, shard, shards, options.coverage(), room, coverage, progress);
    }

    /** Some tests, alone in a fresh process. */
    Gathered again(Set<String> tests) throws TaskFailedException, InterruptedException {
        Room room = new Room(1 << 20);
        return run(List.copyOf(tests), 0, 1, false, room, new CoverageData(Set.of()), (expected, test) -> {});
    }

    private Gathered run(
            @Nullable List<String> only,
            int shard,
            int shards,
            boolean measured,
            Room room,
            CoverageData coverage,
            TestLog.Progress progress)
            throws TaskFailedException, InterruptedException {
        Gathered gathered = new Gathered();
        Set<String> known = new LinkedHashSet<>();
        for (int process = 0; ; process++) {
            Seal seal = Seal.create(random);
            Controls controls = Controls.create(random, plan.language());
            TestLog log = new TestLog(seal, controls, known, room, coverage, progress);
            TestJob job = new TestJob(
                    seal.key(),
                    plan.framework(),
                    only,
                    List.copyOf(known),
                    shard,
                    shards,
                    measured,
                    controls.names(),
                    TestLog.TEXT - 100,
                    config.textsKib() << 10);
            Path workspace = runner.workspace(plan, project, built, bench);
            Optional<Exit> exit;
            try {
                Duration time = bench.time(left());
                Command command = runner.command(plan, workspace, built, json(job), config.limits(time));
                exit = WatchedRun.run(bench, command, log, options.testTimeout());
            } finally {
                SourceTree.delete(workspace);
            }
            exit.ifPresent(log::ended);
            String broken = judge(exit, log, process);
            gathered.add(log);
            if (broken == null) {
                if (measured && process > 0) {
                    gathered.note("Lines executed by a process that was killed or died are not in the coverage");
                }
                return gathered;
            }
            if (!broken.isEmpty()) {
                gathered.broken(broken);
                return gathered;
            }
            known.addAll(log.ids());
        }
    }

    /** Null if all tests were run, empty if the rest is to be run by another process, or else why there is no point in that. */
    private @Nullable String judge(Optional<Exit> exit, TestLog log, int process) {
        if (exit.isPresent() && exit.get().success() && log.complete()) {
            String contradiction = log.contradiction();
            return contradiction.isEmpty() ? null : contradiction;
        }
        Ending ending = Ending.of(exit, log, options);
        String test = log.blame(ending.outcome(), ending.why());
        ending.incident().ifPresent(kind -> log.incident(kind, test, ending.why()));
        if (ending.last() || log.complete()) {
            return ending.why();
        }
        if (test == null) {
            return ending.why() + ", before it began a test";
        }
        if (process >= MOST_CONTINUATIONS) {
            return "The tests killed or held up their process " + (process + 1) + " times: the rest was not run";
        }
        return left().isPositive() ? "" : "The time for all tests was over before all were run";
    }

    private Duration left() {
        return Duration.ofNanos(endsAt - System.nanoTime());
    }

    private static String json(TestJob job) {
        try {
            return Json.mapper().writeValueAsString(job);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A job can't be written", e);
        }
    }
}
