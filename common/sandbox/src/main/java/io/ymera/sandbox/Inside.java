package io.ymera.sandbox;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A running program as this JVM sees it through {@code /proc}.
 *
 * @param processes where its processes are: the {@code /proc} of its own namespace, or the machine's
 * @param ids their ids there, the namespace's first process left out
 * @param scratch its {@code /tmp} and {@code /dev/shm}; none if they are not its own
 */
record Inside(Path processes, Supplier<List<String>> ids, List<Path> scratch) {

    private static final String FIRST = "1";

    /** Of what runs in the namespace of {@code firstProcess}, the folder of that process in {@code /proc}. */
    static Inside of(Path firstProcess, Confinement confinement, ProcessTree tree) {
        Path root = confinement.rootSeenBy(firstProcess);
        Path processes = root.resolve("proc");
        List<Path> scratch = List.of(root.resolve("tmp"), root.resolve("dev/shm"));
        if (processes.resolve(FIRST).toFile().isDirectory()) {
            return new Inside(processes, () -> numbers(processes), scratch);
        }
        return new Inside(
                Path.of("/proc"), () -> tree.descendants().stream().skip(1).toList(), List.of());
    }

    /** Of a program that is not confined. */
    static Inside of(ProcessTree tree) {
        return new Inside(Path.of("/proc"), tree::descendants, List.of());
    }

    /**
     * Its processes. Of one whose first thread has ended before the others, which then looks as if it had nothing, another
     * thread is taken: it tells what they all have.
     */
    List<Seen> seen() {
        return ids.get().stream()
                .map(this::seen)
                .map(process -> process.ended() && process.threads() > 1 ? another(process) : process)
                .toList();
    }

    private Seen seen(String id) {
        return Seen.of(id, text(id, "stat"));
    }

    private Seen another(Seen process) {
        String[] threads =
                processes.resolve(process.id()).resolve("task").toFile().list();
        return Stream.of(threads == null ? new String[0] : threads)
                .map(this::seen)
                .filter(thread -> !thread.ended())
                .findFirst()
                .orElse(process);
    }

    /** A file of a process; empty if the process is gone. */
    String text(String id, String file) {
        try {
            return Files.readString(processes.resolve(id).resolve(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }

    private static List<String> numbers(Path folder) {
        String[] names = folder.toFile()
                .list((File parent, String name) -> Character.isDigit(name.charAt(0)) && !name.equals(FIRST));
        return names == null ? List.of() : Arrays.asList(names);
    }
}
