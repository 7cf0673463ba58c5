package io.ymera.security.adapter;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A program of this machine, and what its process has to read besides the system's folders.
 *
 * @param executable where it is
 * @param readOnly files and folders
 */
record InstalledProgram(Path executable, List<Path> readOnly) {

    private static final List<Path> SYSTEM = Stream.of("usr", "bin", "sbin", "lib", "lib64")
            .map(name -> Path.of("/", name))
            .toList();

    /** The configured one, or the first on the path. */
    static Optional<InstalledProgram> find(Optional<Path> configured, String name) {
        Stream<Path> candidates = configured.map(Stream::of).orElseGet(() -> Arrays.stream(
                        Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .filter(folder -> folder.startsWith("/"))
                .map(folder -> Path.of(folder, name)));
        return candidates
                .map(path -> path.toAbsolutePath().normalize())
                .filter(path -> Files.isRegularFile(path) && Files.isExecutable(path))
                .findFirst()
                .map(InstalledProgram::of);
    }

    /**
     * A program in a virtual environment of Python needs all of that, and the Python that it was made with; any other that is not the
     * system's is one file.
     */
    private static InstalledProgram of(Path executable) {
        List<Path> needs = new ArrayList<>();
        Path home = executable.resolveSibling("..").normalize();
        if (Files.isRegularFile(home.resolve("pyvenv.cfg"))) {
            add(home, needs);
            try {
                Path python = home.resolve("bin/python3").toRealPath();
                add(python.resolve("../..").normalize(), needs);
            } catch (IOException e) {
                // It then says itself what it lacks
                return new InstalledProgram(executable, needs);
            }
        } else {
            add(executable, needs);
        }
        return new InstalledProgram(executable, needs);
    }

    private static void add(Path path, List<Path> needs) {
        if (SYSTEM.stream().noneMatch(path::startsWith) && path.getNameCount() > 0) {
            needs.add(path);
        }
    }
}
