package io.ymera.examination.jvm;

import io.ymera.codebase.lab.ToolsConfig;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The Maven and the local repository that projects are built with. Thread-safe. */
@Singleton
class Maven {

    private static final String POM = "META-INF/maven/org.apache.maven/maven-core/pom.properties";

    private final ToolsConfig config;

    Maven(ToolsConfig config) {
        this.config = config;
    }

    /**
     * A Maven that can be used.
     *
     * @param home its folder
     * @param launcher the jar that starts it
     * @param version for people
     * @param repository the local repository, which is only read
     */
    record Installation(Path home, Path launcher, String version, Path repository) {}

    /** The configured one, or that of the {@code mvn} on the path; with the configured repository, or that of this agent's user. */
    Optional<Installation> find() {
        Path repository = config.mavenRepository()
                .orElseGet(() -> Path.of(System.getProperty("user.home", "/"), ".m2", "repository"))
                .toAbsolutePath()
                .normalize();
        if (!Files.isDirectory(repository)) {
            return Optional.empty();
        }
        return config.mavenHome()
                .map(Stream::of)
                .orElseGet(Maven::onPath)
                .map(home -> home.toAbsolutePath().normalize())
                .flatMap(home -> launcher(home).map(jar -> new Installation(home, jar, version(home), repository)))
                .findFirst();
    }

    private static Stream<Path> onPath() {
        return Arrays.stream(
                        Optional.ofNullable(System.getenv("PATH")).orElse("").split(":"))
                .filter(folder -> folder.startsWith("/"))
                .map(folder -> Path.of(folder, "mvn"))
                .filter(Files::isExecutable)
                .flatMap(mvn -> {
                    try {
                        return Stream.of(mvn.toRealPath().resolve("../..").normalize());
                    } catch (IOException e) {
                        return Stream.empty();
                    }
                });
    }

    private static Stream<Path> launcher(Path home) {
        return jars(home.resolve("boot"), "plexus-classworlds").limit(1);
    }

    private static String version(Path home) {
        return jars(home.resolve("lib"), "maven-core")
                .map(Maven::versionOf)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse("of unknown version");
    }

    private static Optional<String> versionOf(Path jar) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry entry = zip.getEntry(POM);
            if (entry == null) {
                return Optional.empty();
            }
            Properties pom = new Properties();
            try (InputStream stream = zip.getInputStream(entry)) {
                pom.load(stream);
            }
            return Optional.ofNullable(pom.getProperty("version"));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Stream<Path> jars(Path folder, String name) {
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .filter(file -> String.valueOf(file.getFileName()).matches(name + ".*\\.jar"))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }
}
