package io.ymera.lab.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Looks for classes of the framework in what the project brought along. The framework's own jars come first on the class path,
 * so that such classes are not used; honest projects have none.
 */
final class Framework {

    private static final List<String> PACKAGES =
            List.of("org/junit/", "junit/framework/", "org/opentest4j/", "io/ymera/lab/");

    private static final String SERVICES = "META-INF/services/";

    private Framework() {}

    /** The first class in a folder that pretends to be the framework's. */
    static Optional<String> pretenderIn(Path folder) throws IOException {
        for (String path : TestClasses.files(folder)) {
            if (isFramework(path)) {
                return Optional.of(path);
            }
        }
        return Optional.empty();
    }

    /** The first class of the framework in a jar, which may well be an old copy of the framework itself. */
    static Optional<String> copyIn(Path jar) {
        if (!Files.isRegularFile(jar)) {
            return Optional.empty();
        }
        try (ZipFile zip = new ZipFile(jar.toFile());
                Stream<? extends ZipEntry> entries = zip.stream()) {
            return entries.map(ZipEntry::getName).filter(Framework::isFramework).findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** What a folder has for JUnit to find by itself, as {@code org.junit.jupiter.api.extension.Extension}. */
    static List<String> hooksIn(Path folder) throws IOException {
        return TestClasses.files(folder).stream()
                .filter(path -> path.startsWith(SERVICES + "org.junit."))
                .map(path -> path.substring(SERVICES.length()))
                .toList();
    }

    private static boolean isFramework(String path) {
        return path.endsWith(".class") && PACKAGES.stream().anyMatch(path::startsWith);
    }
}
