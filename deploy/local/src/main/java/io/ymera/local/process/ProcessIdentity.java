package io.ymera.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Tells a process from a later one that got the same pid, by when it was started.
 *
 * <p>On Linux that is the kernel's own count of ticks since boot: {@link ProcessHandle.Info#startInstant()} adds the boot
 * time, which moves when the clock is set.
 */
final class ProcessIdentity {

    private static final Path PROC = Path.of("/proc");
    private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");

    /** Of the fields of /proc/pid/stat after the command, which is in brackets and may contain anything. */
    private static final int STATE = 0;

    private static final int START_TIME = 19;

    private ProcessIdentity() {}

    /** A killed process is a zombie before the last of its threads has gone, and till then its ports are taken. */
    private static int threads(long pid) {
        String[] tasks =
                PROC.resolve(Long.toString(pid)).resolve("task").toFile().list();
        return tasks == null ? 0 : tasks.length;
    }

    /** What stays the same for as long as {@code process} lives; empty if it does not live, or only as a zombie. */
    static Optional<String> of(ProcessHandle process) {
        if (!process.isAlive()) {
            return Optional.empty();
        }
        if (!Files.isReadable(BOOT_ID)) {
            return process.info().startInstant().map(start -> Long.toString(start.toEpochMilli()));
        }
        try {
            String stat =
                    Files.readString(PROC.resolve(Long.toString(process.pid())).resolve("stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 1).trim().split(" ", -1);
            if (("Z".equals(fields[STATE]) || "X".equals(fields[STATE])) && threads(process.pid()) <= 1) {
                return Optional.empty();
            }
            return Optional.of(
                    fields[START_TIME] + "@" + Files.readString(BOOT_ID).trim());
        } catch (IOException e) {
            return Optional.empty(); // it ended meanwhile
        }
    }
}
