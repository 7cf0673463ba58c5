package io.ymera.examination.analysis;

import io.ymera.agent.TaskContext;
import io.ymera.codebase.Project;
import io.ymera.codebase.lab.JavaTools;
import io.ymera.codebase.lab.LookedFor;
import io.ymera.codebase.lab.Workbench;
import io.ymera.sandbox.Sandbox;
import io.ymera.sandbox.SandboxMode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A code base that a test writes down, and all that is needed to read it. */
public final class Reading implements AutoCloseable {

    private final Sandbox sandbox = Sandbox.create(SandboxMode.AUTO);
    private final Path folder;
    private final Path code;
    private final List<String> paths = new ArrayList<>();

    /** In an empty folder. */
    public Reading(Path folder) throws IOException {
        this.folder = folder;
        this.code = Files.createDirectories(folder.resolve("code/project"));
    }

    /** Adds a file. */
    public Reading with(String path, String content) throws IOException {
        return with(path, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a file of any bytes. */
    public Reading with(String path, byte[] content) throws IOException {
        Files.createDirectories(code.resolve(path).resolveSibling(""));
        Files.write(code.resolve(path), content);
        paths.add(path);
        return this;
    }

    public Project project() {
        return new Project(code, paths);
    }

    public Workbench bench() throws IOException {
        Path workspace = Files.createTempDirectory(folder, "attempt");
        return new Workbench(sandbox, new Attempt(workspace), Clock.systemUTC());
    }

    public Sandbox sandbox() {
        return sandbox;
    }

    public static JavaTools tools() {
        return new JavaTools(new LookedFor());
    }

    /** The limits of production, only a little narrower. */
    public static AnalysisConfig config() {
        return new Config(Duration.ofMinutes(1), Duration.ofSeconds(10), 1024, 32, 1024);
    }

    @Override
    public void close() {
        sandbox.close();
    }

    /** Any limits. */
    public record Config(Duration toolTimeout, Duration fileTimeout, int memoryMib, int outputMib, int fileKib)
            implements AnalysisConfig {}

    private record Attempt(Path workspace) implements TaskContext {

        @Override
        public UUID taskId() {
            return new UUID(0, 1);
        }

        @Override
        public int attempt() {
            return 1;
        }

        @Override
        public Instant deadline() {
            return Instant.now().plus(Duration.ofHours(1));
        }

        @Override
        public void progress(double fraction, String message) {
            // Nobody looks
        }

        @Override
        public boolean isCancelled() {
            return false;
        }
    }
}
