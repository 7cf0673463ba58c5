package io.ymera.examination.javascript;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.ymera.agent.TaskContext;
import io.ymera.codebase.Project;
import io.ymera.codebase.lab.Workbench;
import io.ymera.codebase.node.Node;
import io.ymera.examination.testing.Examined;
import io.ymera.examination.testing.Limited;
import io.ymera.examination.testing.TestExecution;
import io.ymera.examination.testing.TestOptions;
import io.ymera.sandbox.Sandbox;
import io.ymera.sandbox.SandboxMode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Node.js, the packages of {@code TEST_NODE_MODULES}, and attempts at the projects below {@code src/test/resources}. */
final class Lab implements AutoCloseable {

    private static final UUID TASK = UUID.fromString("01900000-0000-7000-8000-000000000001");

    private final Sandbox sandbox = Sandbox.create(SandboxMode.AUTO);
    private final Path folder;
    private int attempts;

    Lab(Path folder) {
        this.folder = folder;
    }

    /** Skips a test where there are no packages, saying so. */
    static void assumePackages() {
        assumeTrue(
                Packages.folder().isPresent(),
                "TEST_NODE_MODULES names no folder of packages: run npm ci --ignore-scripts in src/main/node and name"
                        + " its node_modules");
    }

    Node node() {
        return new Node(sandbox, Packages.tools());
    }

    Node nodeWithoutPackages() {
        return new Node(sandbox, Packages.tools(Optional.empty()));
    }

    static Path resource(String name) {
        try {
            return Path.of(
                    Objects.requireNonNull(Lab.class.getResource(name), name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A copy of one of the projects. */
    Project project(String name) throws IOException {
        Path original = resource(name);
        Path copy = Files.createDirectory(folder.resolve("project-" + attempts++));
        List<String> paths = new ArrayList<>();
        try (Stream<Path> files = Files.walk(original)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String path = original.relativize(file).toString();
                if (!path.equals("expected.json")) {
                    Files.createDirectories(copy.resolve(path).getParent());
                    Files.copy(file, copy.resolve(path));
                    paths.add(path);
                }
            }
        }
        return new Project(copy, paths);
    }

    Workbench bench() throws IOException {
        return new Workbench(
                sandbox,
                new Attempt(Files.createDirectory(folder.resolve("attempt-" + attempts++))),
                Clock.systemUTC());
    }

    Examined run(Project project, TestOptions options) throws Exception {
        return new TestExecution(List.of(new JavaScriptTests(node())), Limited.withPackages())
                .run(project, options, bench());
    }

    /** Runs a program of a project, as a person would. */
    static String byHand(Project project, String... argv) throws IOException, InterruptedException {
        Path modules = project.folder().resolve("node_modules");
        if (Packages.folder().isPresent() && !Files.exists(modules)) {
            Files.createSymbolicLink(modules, Packages.folder().get().toAbsolutePath());
        }
        ProcessBuilder builder = new ProcessBuilder(argv)
                .directory(project.folder().toFile())
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile());
        builder.environment().put("NO_COLOR", "1");
        builder.environment().remove("NODE_OPTIONS");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    @Override
    public void close() {
        sandbox.close();
    }

    private record Attempt(Path workspace) implements TaskContext {

        @Override
        public UUID taskId() {
            return TASK;
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
        public void progress(double fraction, String message) {}

        @Override
        public boolean isCancelled() {
            return false;
        }
    }
}
