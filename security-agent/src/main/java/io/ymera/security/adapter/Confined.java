package io.ymera.security.adapter;

import io.ymera.agent.TaskFailedException;
import io.ymera.codebase.Project;
import io.ymera.codebase.lab.Captured;
import io.ymera.codebase.lab.Texts;
import io.ymera.codebase.lab.Workbench;
import io.ymera.sandbox.Command;
import io.ymera.sandbox.Exit;
import io.ymera.sandbox.Limits;
import io.ymera.sandbox.Mount;
import io.ymera.sandbox.Sandbox;
import io.ymera.sandbox.SandboxMode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Runs other scanners in the sandbox: the code base to read, no network, a home of their own, and bounds. Thread-safe. */
@Singleton
class Confined {

    /** Where they find the code base. */
    static final Path CODE = Path.of("/code");

    private static final Map<String, String> ENVIRONMENT = Map.of(
            "PATH", "/usr/local/bin:/usr/bin:/bin", "HOME", "/tmp", "LANG", "C.UTF-8", "PYTHONDONTWRITEBYTECODE", "1");

    private final AdapterConfig config;
    private final Sandbox sandbox;

    Confined(AdapterConfig config, Sandbox sandbox) {
        this.config = config;
        this.sandbox = sandbox;
    }

    /**
     * One run.
     *
     * @param argv the program and its arguments
     * @param mounts what it reads besides the code base
     * @param files what lies in its workspace, by name
     * @param environment more variables
     * @param statuses with which it ends when it did its work
     * @param output the file in its workspace that it writes to; empty if it writes to standard output
     */
    record Job(
            List<String> argv,
            List<Mount> mounts,
            Map<String, String> files,
            Map<String, String> environment,
            Set<Integer> statuses,
            String output) {}

    /**
     * What it wrote.
     *
     * @param text empty if it broke
     * @param broken why what it wrote is worth nothing; empty if it did its work
     */
    record Answer(String text, Optional<String> broken) {}

    /** Where a program finds the code base: {@link #CODE}, or where it is if nothing is confined. */
    String code(Project project) {
        return inside(project.folder(), CODE);
    }

    /** Where a program finds what is mounted. */
    String inside(Path host, Path inside) {
        return (sandbox.mode() == SandboxMode.NONE ? host.toAbsolutePath().normalize() : inside).toString();
    }

    /** Where it finds its workspace. */
    String workspace(Path workspace) {
        return sandbox.mode() == SandboxMode.NONE ? workspace.toString() : Command.WORKSPACE;
    }

    /** Runs it in {@code workspace}. */
    Answer run(Job job, Project project, Path workspace, Workbench bench)
            throws TaskFailedException, InterruptedException {
        List<Mount> mounts = new ArrayList<>(job.mounts());
        mounts.add(new Mount(project.folder().toAbsolutePath().normalize(), CODE));
        Map<String, String> environment = new HashMap<>(ENVIRONMENT);
        environment.putAll(job.environment());
        Limits limits = config.limits(bench.time(config.timeout()));
        try {
            for (Map.Entry<String, String> file : job.files().entrySet()) {
                Files.writeString(workspace.resolve(file.getKey()), file.getValue());
            }
        } catch (IOException e) {
            throw TaskFailedException.retryable(
                    "workspace_unavailable", "Can't write the workspace: " + e.getMessage());
        }
        Captured captured = bench.run(new Command(job.argv(), workspace, mounts, environment, limits, ""));
        Optional<String> broken = broken(captured, job.statuses());
        if (broken.isPresent()) {
            return new Answer("", broken);
        }
        return job.output().isEmpty()
                ? new Answer(captured.stdout(), Optional.empty())
                : read(workspace.resolve(job.output()), (int) limits.outputBytes());
    }

    /** A program in the workspace may have made a link of it. */
    private static Answer read(Path file, int most) {
        try (InputStream content = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            byte[] bytes = content.readNBytes(most + 1);
            return bytes.length > most
                    ? new Answer("", Optional.of("it wrote more than is read"))
                    : new Answer(new String(bytes, StandardCharsets.UTF_8), Optional.empty());
        } catch (IOException e) {
            return new Answer("", Optional.of("it wrote no report"));
        }
    }

    private static Optional<String> broken(Captured captured, Set<Integer> statuses) {
        Exit exit = captured.exit();
        return switch (exit.ended()) {
            case WALL_TIME, CPU_TIME -> Optional.of("it did not end in the time that it had");
            case OUTPUT -> Optional.of("it wrote more than is read");
            case MEMORY -> Optional.of("it took more memory than is allowed");
            case DISK -> Optional.of("it wrote more files than is allowed");
            case ITSELF -> {
                if (statuses.contains(exit.code())) {
                    yield Optional.empty();
                }
                String said = complaint(captured.stderr());
                yield Optional.of("it ended with status " + exit.code()
                        + (said.isEmpty() ? "" : ": " + Texts.bounded(said, 300)));
            }
        };
    }

    /** What went wrong, where traces of calls come after it; otherwise the last that it said. */
    private static String complaint(String stderr) {
        return stderr.lines()
                .filter(line -> line.contains("Exception") || line.contains("Error"))
                .findFirst()
                .orElseGet(() -> stderr.lines().reduce("", (first, last) -> last))
                .strip();
    }
}
