package io.ymera.examination.jvm;

import io.ymera.codebase.Project;
import io.ymera.codebase.lab.LookedFor;
import io.ymera.codebase.lab.Workbench;
import io.ymera.examination.testing.Examined;
import io.ymera.examination.testing.Limited;
import io.ymera.examination.testing.RecordingContext;
import io.ymera.examination.testing.TestExecution;
import io.ymera.examination.testing.TestOptions;
import io.ymera.sandbox.Sandbox;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** An attempt with plenty of time, and Java projects to examine in it. */
record JavaBench(Sandbox sandbox, Path workspace) {

    Workbench bench() {
        return new Workbench(sandbox, RecordingContext.in(workspace), Clock.systemUTC());
    }

    /** The tools that the build has made, and the Maven that is on the path with this repository. */
    static LookedFor tools(Optional<Path> repository) {
        return new LookedFor(
                new LookedFor().home(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                repository,
                Optional.empty());
    }

    /** What this build's own local repository has, in folders that whoever runs in the sandbox may read. */
    static void mirrorRepository(Path to) throws IOException {
        Path from =
                Path.of(System.getProperty("maven.repo.local", System.getProperty("user.home") + "/.m2/repository"));
        for (String group : List.of("org", "com", "io", "commons-io", "javax", "aopalliance", "classworlds")) {
            Path folder = from.resolve(group);
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.walk(folder)) {
                    for (Path file : files.filter(Files::isRegularFile)
                            .filter(file -> file.toString().matches(".*\\.(?:jar|pom)"))
                            .toList()) {
                        Path copy = to.resolve(from.relativize(file).toString());
                        Files.createDirectories(copy.resolveSibling(""));
                        link(file, copy);
                    }
                }
            }
        }
    }

    private static void link(Path file, Path copy) throws IOException {
        try {
            Files.createLink(copy, file);
        } catch (FileSystemException | UnsupportedOperationException e) {
            Files.copy(file, copy);
        }
    }

    /** A project from the resources. */
    static Project project(String name) throws IOException {
        try {
            return in(Path.of(Objects.requireNonNull(JavaBench.class.getResource("/" + name))
                    .toURI()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A project with these files. */
    Project project(Map<String, String> files) throws IOException {
        Path folder = workspace.resolve("project");
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.resolveSibling(""));
            Files.writeString(path, file.getValue());
        }
        return in(folder);
    }

    /** A project of one test class, {@code acme.ItTest}, whose body this is. */
    Project testClass(String body) throws IOException {
        return project(Map.of(
                "src/test/java/acme/ItTest.java",
                "package acme;\nimport org.junit.jupiter.api.*;\nimport static org.junit.jupiter.api.Assertions.*;\n"
                        + "class ItTest {\n" + body.indent(4) + "}\n"));
    }

    Examined run(Project project, TestOptions options) throws Exception {
        return run(project, options, Optional.empty());
    }

    Examined run(Project project, TestOptions options, Optional<Path> repository) throws Exception {
        Limited limits = Limited.withPackages();
        return new TestExecution(List.of(new JavaTestRunner(tools(repository), limits)), limits)
                .run(project, options, bench());
    }

    private static Project in(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return new Project(
                    folder,
                    files.filter(Files::isRegularFile)
                            .map(file -> folder.relativize(file).toString())
                            .toList());
        }
    }
}
