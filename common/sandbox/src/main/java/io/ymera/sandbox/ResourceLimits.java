package io.ymera.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The {@link Limits} that the kernel keeps, as arguments of {@code prlimit}. A hard limit that the agent itself is under can't
 * be raised, so the lower of the two is asked for.
 */
final class ResourceLimits {

    private static final int HARD = 2;

    private final Map<String, Long> inherited = inherited();

    List<String> arguments(Limits limits, boolean countProcesses) {
        List<String> arguments = new ArrayList<>();
        arguments.add(argument("as", "Max address space", limits.addressSpaceBytes()));
        // The soft limit comes first, with a signal that tells what happened; at the hard one it would be a plain
        // SIGKILL
        long cpuSeconds = limits.cpuTime().toSeconds();
        arguments.add(argument("cpu", "Max cpu time", cpuSeconds) + ":" + lower("Max cpu time", cpuSeconds + 1));
        arguments.add(argument("fsize", "Max file size", limits.fileBytes()));
        arguments.add(argument("nofile", "Max open files", limits.openFiles()));
        // At 0 a machine that pipes core dumps into a program starts that program all the same; at 1 it does not
        // (core(5))
        arguments.add(argument("core", "Max core file size", 1));
        if (countProcesses) {
            arguments.add(argument("nproc", "Max processes", limits.processes()));
        }
        return arguments;
    }

    private String argument(String option, String name, long wanted) {
        long value = lower(name, wanted);
        return "--" + option + "=" + (value == Limits.UNLIMITED ? "unlimited" : value);
    }

    private long lower(String name, long wanted) {
        return Math.min(wanted, inherited.getOrDefault(name, Long.MAX_VALUE));
    }

    /** Name to hard limit. The columns, two or more spaces apart, are name, soft, hard and unit. */
    private static Map<String, Long> inherited() {
        try {
            return Files.readAllLines(Path.of("/proc/self/limits")).stream()
                    .map(line -> line.split("\\s{2,}"))
                    .filter(columns -> columns.length > 2 && columns[HARD].matches("[0-9]+"))
                    .collect(Collectors.toUnmodifiableMap(
                            columns -> columns[0], columns -> Long.parseLong(columns[HARD])));
        } catch (IOException e) {
            throw new SandboxUnavailableException("Can't read /proc/self/limits", e);
        }
    }
}
