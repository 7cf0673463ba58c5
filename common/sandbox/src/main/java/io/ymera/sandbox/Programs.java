package io.ymera.sandbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the trusted programs that set the confinement up: the operator's path first, then where a system keeps them. */
final class Programs {

    /** What trusted stages, and programs that name no {@code PATH} of their own, look on. */
    static final String SYSTEM_PATH = "/usr/local/bin:/usr/bin:/bin:/usr/local/sbin:/usr/sbin:/sbin";

    private Programs() {}

    static Optional<Path> find(String name) {
        String path = System.getenv("PATH");
        return Stream.of(path == null ? "" : path, SYSTEM_PATH)
                .flatMap(folders -> Arrays.stream(folders.split(":")))
                .filter(folder -> folder.startsWith("/"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isRegularFile)
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Path require(String name, String packageName) {
        return find(name)
                .orElseThrow(() -> new SandboxUnavailableException(
                        name + " is not installed (package " + packageName + " of most distributions)"));
    }
}
