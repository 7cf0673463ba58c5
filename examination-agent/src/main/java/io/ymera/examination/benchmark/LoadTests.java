package io.ymera.examination.benchmark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ymera.agent.TaskFailedException;
import io.ymera.codebase.Project;
import io.ymera.codebase.WorkingCopy;
import io.ymera.codebase.lab.JavaTools;
import io.ymera.codebase.lab.MissingTool;
import io.ymera.codebase.lab.PlanStep;
import io.ymera.codebase.lab.Resources;
import io.ymera.codebase.lab.Texts;
import io.ymera.codebase.lab.Workbench;
import io.ymera.codebase.python.Interpreter;
import io.ymera.codebase.python.Python;
import io.ymera.contracts.Json;
import io.ymera.examination.benchmark.LoadTestReport.Verdict;
import io.ymera.examination.lab.Seal;
import io.ymera.sandbox.Command;
import io.ymera.sandbox.Exit;
import io.ymera.sandbox.Limits;
import io.ymera.sandbox.Mount;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Starts a code base's server and loads it, both in one sandbox. What loads it is ours ({@code load_http.py}); it is the server's
 * parent and the only one that knows the seal. Thread-safe.
 */
@Singleton
public class LoadTests {

    private static final String SCRIPT = Resources.text(LoadTests.class, "load_http.py");
    private static final int TEXT = 8 * 1024;
    private static final int MOST_ENTRIES = 200;
    /** Later than this, what loads the server was itself too slow to be believed. */
    private static final double LAG_SECONDS = 0.01;

    private final ObjectMapper json = Json.mapper();
    private final SecureRandom random = new SecureRandom();
    private final Python python;
    private final JavaTools javaTools;

    LoadTests(Python python, JavaTools javaTools) {
        this.python = python;
        this.javaTools = javaTools;
    }

    /**
     * Does it.
     *
     * @throws TaskFailedException permanent, if a header of the request can't be sent; a server that does not bear it is a result
     */
    public LoadTestReport run(Project project, LoadTestRequest request, Workbench bench)
            throws TaskFailedException, InterruptedException {
        for (LoadRequest each : request.requests()) {
            Optional<String> bad = each.badHeader();
            if (bad.isPresent()) {
                throw TaskFailedException.permanent(
                        "invalid_header", "\"" + Texts.bounded(bad.get(), 100) + "\" can't be a header of HTTP");
            }
        }
        Optional<Interpreter> interpreter = python.interpreter();
        if (interpreter.isEmpty()) {
            return notRun(new MissingTool(
                    "Python", "the load test", "install python3 (3.8 or newer), or name one by TEST_PYTHON"));
        }
        return run(project, request, interpreter.get(), bench);
    }

    private LoadTestReport run(Project project, LoadTestRequest request, Interpreter interpreter, Workbench bench)
            throws TaskFailedException, InterruptedException {
        Path workspace = bench.folder("server");
        WorkingCopy.of(project, workspace);
        Seal seal = Seal.create(random);
        Duration time = bench.time(Duration.ofSeconds(15L
                + request.readyTimeoutSeconds()
                + request.warmupSeconds()
                + request.durationSeconds()
                + request.timeoutSeconds()));
        SealedOutput<LoadLine> output = new SealedOutput<>(seal, LoadLine.class);
        bench.context().progress(0, "starting the server: " + String.join(" ", request.command()));
        Exit exit = bench.run(
                command(interpreter, workspace, script(bench), write(LoadJob.of(request, seal.key())), time),
                new Following(output, request, bench.context()));
        return report(request, interpreter, output, exit);
    }

    private Command command(Interpreter interpreter, Path workspace, Path script, String job, Duration time) {
        List<Path> readOnly = new ArrayList<>(interpreter.readOnly());
        readOnly.add(script);
        Map<String, String> environment = new TreeMap<>(interpreter.environment());
        javaTools.jdk().ifPresent(jdk -> {
            readOnly.add(jdk);
            environment.merge("PATH", jdk.resolve("bin").toString(), (path, bin) -> path + ":" + bin);
            environment.put("JAVA_HOME", jdk.toString());
        });
        return new Command(
                List.of(interpreter.executable().toString(), script.toString()),
                workspace,
                readOnly.stream().map(Mount::new).toList(),
                environment,
                Limits.defaults()
                        .withWallTime(time)
                        .withCpuTime(time.plusSeconds(1))
                        .withProcesses(1024)
                        .withAddressSpaceBytes(Limits.UNLIMITED),
                job);
    }

    private static Path script(Workbench bench) throws TaskFailedException {
        try {
            return Files.writeString(bench.folder("load").resolve("load_http.py"), SCRIPT);
        } catch (IOException e) {
            throw TaskFailedException.retryable(
                    "workspace_unavailable", "Can't write the workspace: " + e.getMessage());
        }
    }

    private String write(LoadJob job) {
        try {
            return json.writeValueAsString(job);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A job can't be written", e);
        }
    }

    private static LoadTestReport report(
            LoadTestRequest request, Interpreter interpreter, SealedOutput<LoadLine> output, Exit exit) {
        LoadLine machine = find(output, "machine");
        LoadLine ready = find(output, "ready");
        LoadLine measured = find(output, "result");
        LoadLine failed = find(output, "failed");
        LoadResult result = measured == null ? null : result(measured);
        LoadVerdict verdict;
        if (result != null && measured != null) {
            verdict = LoadVerdict.of(request, result, ended(measured));
        } else if (failed != null) {
            verdict = new LoadVerdict(Verdict.FAILED, List.of(text(failed.text(), "The server did not start")));
        } else {
            verdict = new LoadVerdict(
                    Verdict.FAILED,
                    List.of("The load test itself was ended before it was done (" + exit.ended() + ", status "
                            + exit.code() + "): " + output.errors()));
        }
        LoadLine last = measured == null ? failed : measured;
        return new LoadTestReport(
                LoadTestReport.BUILTIN,
                verdict.verdict(),
                verdict.reasons(),
                machine == null ? null : machine(machine),
                List.of(new PlanStep(
                        "start the server and send it requests", "Python", interpreter.version(), "the request")),
                ready == null ? null : ready.seconds(),
                result,
                measured == null ? null : measured.peakMemoryBytes(),
                last == null ? "" : text(last.serverOutput(), ""),
                List.of(),
                notes(measured));
    }

    private static List<String> notes(@Nullable LoadLine measured) {
        List<String> notes = new ArrayList<>();
        notes.add("The server and what loads it share one machine: neither has all of it");
        Double lag = measured == null ? null : measured.lagP99Seconds();
        if (lag != null && lag > LAG_SECONDS) {
            notes.add("Of the requests that a connection was free for, one in a hundred was sent " + Times.of(lag)
                    + " late or later: the machine is too busy, and the latencies are that much too long");
        }
        return notes;
    }

    private static @Nullable String ended(LoadLine measured) {
        return measured.serverEnded() == null
                ? null
                : "The server " + Texts.bounded(measured.serverEnded(), 200) + " after "
                        + Times.of(Objects.requireNonNullElse(measured.serverEndedAtSeconds(), 0.0));
    }

    private static LoadResult result(LoadLine line) {
        int due = Objects.requireNonNullElse(line.due(), 0);
        int succeeded = Objects.requireNonNullElse(line.succeeded(), 0);
        return new LoadResult(
                Objects.requireNonNullElse(line.seconds(), 0.0),
                due,
                succeeded,
                Objects.requireNonNullElse(line.achievedRate(), 0.0),
                due == 0 ? 1 : 1 - (double) succeeded / due,
                line.latency(),
                Objects.requireNonNullElse(line.errors(), Map.of()),
                Objects.requireNonNullElse(line.statuses(), Map.of()),
                first(line.requests()),
                first(line.timeline()));
    }

    private static <T> List<T> first(@Nullable List<T> list) {
        return list == null ? List.of() : list.subList(0, Math.min(list.size(), MOST_ENTRIES));
    }

    private static Machine machine(LoadLine line) {
        return new Machine(
                Objects.requireNonNullElse(line.processors(), 0),
                text(line.model(), "unknown"),
                List.of(text(line.runtime(), "unknown")));
    }

    private static String text(@Nullable String text, String otherwise) {
        return Texts.bounded(Objects.requireNonNullElse(text, otherwise), TEXT);
    }

    private static @Nullable LoadLine find(SealedOutput<LoadLine> output, String event) {
        return output.lines().stream()
                .filter(line -> event.equals(line.event()))
                .findFirst()
                .orElse(null);
    }

    private static LoadTestReport notRun(MissingTool missing) {
        return new LoadTestReport(
                LoadTestReport.BUILTIN,
                Verdict.NOT_RUN,
                List.of(),
                null,
                List.of(),
                null,
                null,
                null,
                "",
                List.of(missing),
                List.of());
    }
}
