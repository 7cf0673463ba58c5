package io.ymera.security.scanner;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ymera.agent.TaskFailedException;
import io.ymera.codebase.Project;
import io.ymera.codebase.lab.JavaTools;
import io.ymera.codebase.lab.JavaTools.JavaTool;
import io.ymera.codebase.lab.MissingTool;
import io.ymera.codebase.lab.PlanStep;
import io.ymera.codebase.lab.Texts;
import io.ymera.codebase.lab.Workbench;
import io.ymera.contracts.Json;
import io.ymera.sandbox.Command;
import io.ymera.sandbox.Exit;
import io.ymera.sandbox.Mount;
import io.ymera.sandbox.Sandbox;
import io.ymera.sandbox.SandboxMode;
import io.ymera.security.report.Source;
import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs our scanner on a code base, in the sandbox: no network, nothing to write but its workspace, all else bounded. Thread-safe. */
@Singleton
public class ScannerProgram {

    /** Its folder among the tools. */
    public static final String TOOL = "security-scanner";

    private static final String MAIN = "io.ymera.scanner.Main";
    private static final Path CODE = Path.of("/code");
    private static final Path ADVISORIES = Path.of("/advisories");
    private static final Path RULES = Path.of("/rules");
    private static final String CACHE = "cache";
    private static final int MOST_FINDINGS = 20_000;

    private final ObjectMapper json = Json.mapper();
    private final JavaTools tools;
    private final ScannerConfig config;
    private final ScanCache cache;
    private final Sandbox sandbox;
    private final Clock clock;

    /** With these. */
    public ScannerProgram(JavaTools tools, ScannerConfig config, ScanCache cache, Sandbox sandbox, Clock clock) {
        this.tools = tools;
        this.config = config;
        this.cache = cache;
        this.sandbox = sandbox;
        this.clock = clock;
    }

    /** Is told how much is done, 0 to 1. */
    public interface Listener extends ScannerOutput.ProgressListener {}

    /**
     * Scans.
     *
     * @return what it found; if it is not there, broke or reached a limit, nothing, and that nothing is known
     * @throws TaskFailedException retryable, if nothing can be confined or written now
     */
    public Scanned scan(Project project, ScanOptions options, Workbench bench, Listener listener)
            throws TaskFailedException, InterruptedException {
        String neededFor = String.join(", ", options.scans());
        Optional<JavaTool> tool = tools.find(TOOL);
        if (tool.isEmpty()) {
            MissingTool why = tools.missing(TOOL, neededFor);
            return Scanned.nothing(
                    options.scans(), List.of(), new MissingTool(Source.BUILTIN, neededFor, why.howToGet()));
        }
        Path workspace = bench.folder("scanner");
        Optional<ScanCache.Lease> lease =
                options.project() == null ? Optional.empty() : cache.lend(options.project(), workspace.resolve(CACHE));
        Command command = command(tool.get(), project, options, workspace, lease.isPresent(), bench);
        ScannerOutput output = new ScannerOutput(config.outputMib() << 20, options.scans(), listener);
        Exit exit = bench.run(command, output);
        PlanStep step = new PlanStep(
                "scan with our own rules: " + neededFor,
                Source.BUILTIN,
                Optional.ofNullable(getClass().getPackage().getImplementationVersion())
                        .orElse("0.1.0"),
                "there are " + project.paths().size() + " files");
        String broken = broken(exit, output);
        if (broken != null) {
            return Scanned.nothing(
                    options.scans(), List.of(step), new MissingTool(Source.BUILTIN, neededFor, "It broke: " + broken));
        }
        Scanned scanned =
                new ResultReader(project, options.scans()).read(output.result().orElseThrow(), List.of(step));
        lease.ifPresent(ScanCache.Lease::giveBack);
        return scanned;
    }

    private Command command(
            JavaTool tool, Project project, ScanOptions options, Path workspace, boolean cached, Workbench bench) {
        List<Mount> mounts = new ArrayList<>();
        tool.readOnly().forEach(path -> mounts.add(new Mount(path)));
        String root = mount(project.folder(), CODE, mounts);
        String advisories = options.advisories()
                .filter(Files::exists)
                .map(path -> mount(path, suffixed(path), mounts))
                .orElse(null);
        List<String> rules = config.rules()
                .filter(Files::isDirectory)
                .map(path -> List.of(mount(path, RULES, mounts)))
                .orElse(null);
        boolean confined = sandbox.mode() != SandboxMode.NONE;
        ScannerJob job = new ScannerJob(
                root,
                options.scans(),
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString(),
                new ScannerJob.Options(
                        config.maxFiles(),
                        (long) config.fileKib() << 10,
                        options.historyCommits(),
                        config.fingerprintKey().orElse(null),
                        advisories,
                        options.licencePolicy(),
                        rules,
                        cached ? (confined ? Command.WORKSPACE + "/" + CACHE : workspace + "/" + CACHE) : null,
                        options.exposures(),
                        MOST_FINDINGS));
        List<String> argv = new ArrayList<>(tool.argv(MAIN));
        // Behind the usual ones, which are for short runs: here a compiler that takes its time pays
        argv.addAll(
                argv.indexOf("-cp"),
                List.of(
                        "-XX:TieredStopAtLevel=4",
                        "-Xmx" + config.memoryMib() * 3 / 4 + "m",
                        "-XX:MaxJavaStackTraceDepth=20",
                        "-Dfile.encoding=UTF-8",
                        "--enable-native-access=ALL-UNNAMED"));
        return new Command(
                argv,
                workspace,
                mounts,
                Map.of("LANG", "C.UTF-8"),
                config.limits(bench.time(config.timeout())),
                written(job));
    }

    /** Where a program in the sandbox finds what is at {@code host}. */
    private String mount(Path host, Path inside, List<Mount> mounts) {
        Path absolute = host.toAbsolutePath().normalize();
        mounts.add(new Mount(absolute, inside));
        return (sandbox.mode() == SandboxMode.NONE ? absolute : inside).toString();
    }

    /** A zip is known by its name. */
    private static Path suffixed(Path advisories) {
        return Files.isDirectory(advisories) ? ADVISORIES : Path.of(ADVISORIES + ".zip");
    }

    private String written(ScannerJob job) {
        try {
            return json.writeValueAsString(job);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A job can be written", e);
        }
    }

    /** Why what it said is worth nothing; null if it did its work. */
    private static @Nullable String broken(Exit exit, ScannerOutput output) {
        return switch (exit.ended()) {
            case WALL_TIME, CPU_TIME -> "it did not end in the time that it had";
            case OUTPUT -> "it wrote more than is read";
            case MEMORY -> "it took more memory than is allowed";
            case DISK -> "it wrote more files than is allowed";
            case ITSELF -> {
                if (exit.code() != 0) {
                    String said = Texts.bounded(output.complaint(), 300);
                    yield "it ended with status " + exit.code() + (said.isEmpty() ? "" : ": " + said);
                }
                yield output.result().isEmpty() ? "it said nothing that can be read" : null;
            }
        };
    }
}
