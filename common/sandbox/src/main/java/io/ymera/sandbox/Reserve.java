package io.ymera.sandbox;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A brake for what no look finds, such as shared memory that no process has mapped or files that are under way between two
 * processes: what the machine as a whole has left. A program is stopped by it only where the machine is nearly out of it
 * and, since the program began, has lost more than the program may have; with several at once it may hit the wrong one.
 *
 * @param least bytes that should be left: a tenth of all
 * @param atStart bytes that were left when the program began
 * @param mayTake bytes that it may have
 */
record Reserve(long least, long atStart, long mayTake) {

    private static final int SHARE = 10;

    /** Of the machine's memory. */
    static Reserve ofMemory(long mayTake) {
        return new Reserve(memory("MemTotal:") / SHARE, memoryLeft(), mayTake);
    }

    /** Of the file system that a folder is in. */
    static Reserve ofSpace(Path folder, long mayTake) {
        File file = folder.toFile();
        return new Reserve(file.getTotalSpace() / SHARE, file.getUsableSpace(), mayTake);
    }

    /**
     * Whether the program has to go.
     *
     * @param left bytes that are left now
     */
    boolean gone(long left) {
        return left < least && atStart - left > mayTake;
    }

    /** What the kernel thinks that it can give without swapping; very much if it does not say. */
    static long memoryLeft() {
        return memory("MemAvailable:");
    }

    private static long memory(String name) {
        try (var lines = Files.lines(Path.of("/proc/meminfo"), StandardCharsets.US_ASCII)) {
            return lines.filter(line -> line.startsWith(name))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) << 10)
                    .findFirst()
                    .orElse(Long.MAX_VALUE);
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }
}
