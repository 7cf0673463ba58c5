package io.ymera.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Looks at the machine's processes from outside. */
final class HostProcesses {

    private HostProcesses() {}

    /** Those with {@code marker} as one of their arguments, zombies excepted (they have no arguments). */
    static List<ProcessHandle> with(String marker) {
        return ProcessHandle.allProcesses()
                .filter(process -> commandLine(process.pid()).contains("\0" + marker + "\0"))
                .toList();
    }

    private static String commandLine(long pid) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }
}
