package io.ymera.examination.benchmark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ymera.agent.TaskFailedException;
import io.ymera.codebase.Project;
import io.ymera.codebase.WorkingCopy;
import io.ymera.codebase.lab.Texts;
import io.ymera.codebase.lab.Workbench;
import io.ymera.contracts.Json;
import io.ymera.examination.lab.Seal;
import io.ymera.sandbox.Exit;
import io.ymera.sandbox.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs one language's harness for one report, a process for each question. Not thread-safe. */
final class Measuring {

    private static final double ROUND_SECONDS = 0.05;
    private static final double WARM_UP_SECONDS = 0.25;
    private static final double BUDGET_SECONDS = 30;
    /** What a single process may take: a call of twenty seconds can still be measured in three rounds. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final long MEMORY = 2L << 30;
    private static final int TEXT = 4000;
    private static final int NAME = 200;

    private final ObjectMapper json = Json.mapper();
    private final SecureRandom random = new SecureRandom();
    private final Harness.Present harness;
    private final Project project;
    private final BenchmarkOptions options;
    private final Workbench bench;
    private @Nullable Machine machine;
    private @Nullable String failure;
    private @Nullable Path script;

    Measuring(Harness.Present harness, Project project, BenchmarkOptions options, Workbench bench) {
        this.harness = harness;
        this.project = project;
        this.options = options;
        this.bench = bench;
    }

    /** The benchmarks of a file, in its order; {@link #failure} says why there are none. */
    List<String> functions(String file, Duration left) throws TaskFailedException, InterruptedException {
        Answer answer = ask(file, null, left);
        failure = answer.failure();
        return answer.lines.stream()
                .filter(line -> "found".equals(line.event()))
                .flatMap(line -> line.functions() == null ? Stream.empty() : line.functions().stream())
                .filter(name -> name != null && name.length() <= NAME)
                .distinct()
                .toList();
    }

    /** Why the last file could not be loaded, if so. */
    Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    /** What this ran on, once something did. */
    Optional<Machine> machine() {
        return Optional.ofNullable(machine);
    }

    /** Measures one. */
    BenchmarkRun measure(String id, String file, String function, Duration left)
            throws TaskFailedException, InterruptedException {
        double before = options.baseline().stream()
                .filter(baseline -> baseline.id().equals(id))
                .mapToDouble(Baseline::medianSeconds)
                .findFirst()
                .orElse(Double.NaN);
        Double shown = Double.isNaN(before) ? null : before;
        Answer answer = ask(file, function, left);
        if (answer.failure() != null) {
            return BenchmarkRun.failed(id, answer.failure(), shown);
        }
        BenchmarkLine line = answer.lines.stream()
                .filter(each -> "measured".equals(each.event()))
                .findFirst()
                .orElse(null);
        List<Double> seconds = line == null ? null : line.seconds();
        if (line == null
                || seconds == null
                || seconds.isEmpty()
                || !seconds.stream().allMatch(Measuring::isTime)) {
            return BenchmarkRun.failed(id, "The harness did not say what it measured", shown);
        }
        Rounds rounds = Rounds.of(seconds);
        return new BenchmarkRun(
                id,
                new BenchmarkRun.Measured(
                        rounds.median(),
                        rounds.spread(),
                        rounds.min(),
                        seconds.size(),
                        Objects.requireNonNullElse(line.iterations(), 1L),
                        Objects.requireNonNullElse(line.peakMemoryBytes(), 0L)),
                null,
                Comparison.of(rounds, before, options.tolerance()),
                shown,
                shown == null ? null : rounds.median() / before - 1);
    }

    private static boolean isTime(@Nullable Double seconds) {
        return seconds != null && Double.isFinite(seconds) && seconds > 0;
    }

    private Answer ask(String file, @Nullable String function, Duration left)
            throws TaskFailedException, InterruptedException {
        Path workspace = bench.folder("benchmark");
        WorkingCopy.of(project, workspace);
        Seal seal = Seal.create(random);
        BenchmarkJob job = new BenchmarkJob(
                seal.key(), file, function, options.rounds(), ROUND_SECONDS, WARM_UP_SECONDS, BUDGET_SECONDS);
        SealedOutput<BenchmarkLine> output = new SealedOutput<>(seal, BenchmarkLine.class);
        Duration time = left.compareTo(PATIENCE) < 0 ? left : PATIENCE;
        Limits limits = Limits.defaults()
                .withWallTime(time)
                .withCpuTime(PATIENCE.plusSeconds(1))
                .withMemoryBytes(MEMORY)
                .withAddressSpaceBytes(Limits.UNLIMITED);
        Exit exit = bench.run(harness.command(workspace, script(), write(job), limits), output);
        output.lines().stream()
                .filter(line -> "machine".equals(line.event()))
                .findFirst()
                .ifPresent(line -> machine = new Machine(
                        Objects.requireNonNullElse(line.processors(), 0),
                        Texts.bounded(Objects.requireNonNullElse(line.model(), "unknown"), NAME),
                        List.of(Texts.bounded(Objects.requireNonNullElse(line.runtime(), "unknown"), NAME))));
        return new Answer(output.lines(), exit, output.errors(), time);
    }

    private Path script() throws TaskFailedException {
        if (script == null) {
            try {
                script = Files.writeString(
                        bench.folder("harness").resolve(harness.script().name()),
                        harness.script().text());
            } catch (IOException e) {
                throw TaskFailedException.retryable(
                        "workspace_unavailable", "Can't write the workspace: " + e.getMessage());
            }
        }
        return script;
    }

    private String write(BenchmarkJob job) {
        try {
            return json.writeValueAsString(job);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A job can't be written", e);
        }
    }

    /** What one process said, and how it ended. */
    private record Answer(List<BenchmarkLine> lines, Exit exit, String errors, Duration time) {

        @Nullable
        String failure() {
            for (BenchmarkLine line : lines) {
                if ("failed".equals(line.event())) {
                    return Texts.bounded(Objects.requireNonNullElse(line.text(), "it failed"), TEXT);
                }
            }
            return switch (exit.ended()) {
                case WALL_TIME, CPU_TIME -> "It did not end within " + time.toSeconds() + " s";
                case OUTPUT -> "It wrote more than is read";
                case ITSELF ->
                    exit.code() == 0 && lines.size() > 1
                            ? null
                            : Texts.bounded(
                                    "Its process ended with status " + exit.code() + " before it was measured\n"
                                            + errors,
                                    TEXT);
                default -> "Its process was ended: " + exit.ended();
            };
        }
    }
}
