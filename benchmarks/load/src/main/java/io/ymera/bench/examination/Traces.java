package io.ymera.bench.examination;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What there is of a process that running submissions could leave behind.
 *
 * @param processes that it started and that are still there
 * @param mounts that it sees
 * @param openFiles its file descriptors
 * @param threads its threads
 * @param workspaces files and folders in the folder of attempts' workspaces
 * @param liveMiB what is live on its heap, after a collection
 */
record Traces(long processes, long mounts, long openFiles, long threads, long workspaces, long liveMiB) {

    static Traces of(ProcessHandle agent, Path workspaces, long liveMiB) throws IOException {
        Path proc = Path.of("/proc", Long.toString(agent.pid()));
        return new Traces(
                agent.descendants().count(),
                lines(proc.resolve("mountinfo")),
                entries(proc.resolve("fd")),
                entries(proc.resolve("task")),
                Files.isDirectory(workspaces) ? tree(workspaces) : 0,
                liveMiB);
    }

    private static long lines(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        }
    }

    private static long entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.count();
        }
    }

    private static long tree(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.count() - 1;
        }
    }
}
