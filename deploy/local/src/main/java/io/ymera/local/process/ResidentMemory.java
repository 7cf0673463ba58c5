package io.ymera.local.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much of the machine's memory a process takes. */
public final class ResidentMemory {

    private static final String LINUX_LABEL = "VmRSS:";
    private static final int KIB = 1024;

    private ResidentMemory() {}

    /** The resident set of {@code process} in bytes; 0 if it cannot be seen. Pages shared with others count in full. */
    public static long of(ProcessHandle process) {
        try {
            Path status = Path.of("/proc", Long.toString(process.pid()), "status");
            return (Files.exists(status) ? fromProc(status) : fromPs(process.pid())) * KIB;
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }

    private static long fromProc(Path status) throws IOException {
        for (String line : Files.readAllLines(status)) {
            if (line.startsWith(LINUX_LABEL)) {
                return Long.parseLong(
                        line.substring(LINUX_LABEL.length()).replace("kB", "").strip());
            }
        }
        return 0;
    }

    private static long fromPs(long pid) throws IOException {
        Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
        return Long.parseLong(new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip());
    }
}
