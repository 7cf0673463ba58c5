package io.ymera.bench.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How many files and sockets a process may have open here ({@code ulimit -n}); those that we start inherit it. */
final class OpenFiles {

    private static final String LABEL = "Max open files";

    private OpenFiles() {}

    /**
     * Requires that so many are allowed.
     *
     * @param purpose what they are for
     */
    static void require(long number, String purpose) throws IOException {
        long allowed = hardLimit(Files.readString(Path.of("/proc/self/limits")));
        if (allowed < number) {
            throw new IOException(
                    "%s need %d open files in one process, and %d are allowed here. Allow more (ulimit -Hn %d, as root; with systemd LimitNOFILE, with Docker --ulimit nofile), or ask for fewer."
                            .formatted(purpose, number, allowed, number));
        }
    }

    /** A JVM raises its own soft limit to the hard one. */
    static long hardLimit(String limits) {
        return limits.lines()
                .filter(line -> line.startsWith(LABEL))
                .map(line -> line.substring(LABEL.length()).strip().split("\\s+"))
                .map(columns -> columns[1].equals("unlimited") ? Long.MAX_VALUE : Long.parseLong(columns[1]))
                .findFirst()
                .orElse(Long.MAX_VALUE);
    }
}
