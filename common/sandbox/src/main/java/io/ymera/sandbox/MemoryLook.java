package io.ymera.sandbox;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The memory and the threads that a program's processes have now.
 *
 * @param bytes memory
 * @param processes processes and threads
 */
record MemoryLook(long bytes, int processes) {

    /**
     * Adds up what is resident. Only where that is over the limit, which pages are shared is taken into account too, because
     * the kernel has to walk over all of them.
     *
     * @param hidden bytes of files in memory that have no name, and so are in nobody's folder
     */
    static MemoryLook at(Inside inside, long limit, long pageSize, long hidden) {
        List<Seen> seen = inside.seen();
        long pages = seen.stream().mapToLong(Seen::residentPages).sum();
        int threads = seen.stream().mapToInt(Seen::threads).sum();
        long files =
                hidden + inside.scratch().stream().mapToLong(MemoryLook::used).sum();
        long atMost = pages * pageSize + files;
        return new MemoryLook(atMost <= limit ? atMost : proportional(inside, seen, files), threads);
    }

    /** A file in memory that a process has mapped is in {@code files} and in the process; it is counted once. */
    private static long proportional(Inside inside, List<Seen> seen, long files) {
        long all = 0;
        long shared = 0;
        for (Seen process : seen) {
            for (String line : inside.text(process.id(), "smaps_rollup").split("\n")) {
                if (line.startsWith("Pss:")) {
                    all += kibibytes(line);
                } else if (line.startsWith("Pss_Shmem:")) {
                    shared += kibibytes(line);
                }
            }
        }
        return all - shared + Math.max(shared, files);
    }

    private static long kibibytes(String line) {
        return Long.parseLong(line.replaceAll("[^0-9]", "")) << 10;
    }

    private static long used(Path fileSystem) {
        File file = fileSystem.toFile();
        return Math.max(0, file.getTotalSpace() - file.getFreeSpace());
    }

    /** The machine's, which a field that counts pages needs. */
    static long pageSize() {
        try (BufferedReader maps = Files.newBufferedReader(Path.of("/proc/self/smaps"), StandardCharsets.ISO_8859_1)) {
            return maps.lines()
                    .filter(line -> line.startsWith("MMUPageSize:"))
                    .mapToLong(MemoryLook::kibibytes)
                    .findFirst()
                    .orElse(4096);
        } catch (IOException e) {
            return 4096;
        }
    }
}
