package io.ymera.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process and everything that it started. */
final class ProcessTree {

    private static final int ATTEMPTS = 200;

    private final Process process;
    private final boolean confined;

    ProcessTree(Process process, boolean confined) {
        this.process = process;
        this.confined = confined;
    }

    int exitCode() {
        return process.exitValue();
    }

    /** The ids of all, the process itself first. */
    List<String> descendants() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .map(each -> Long.toString(each.pid()))
                .toList();
    }

    /** The first process of the namespace, confined: the folder of {@code /proc}. */
    Optional<Path> first() {
        String pid = Long.toString(process.pid());
        try {
            // Quicker than a walk over all processes of the machine; not every kernel has it
            String[] children = Files.readString(Path.of("/proc", pid, "task", pid, "children"))
                    .strip()
                    .split(" ");
            return children[0].isEmpty() ? Optional.empty() : Optional.of(Path.of("/proc", children[0]));
        } catch (IOException e) {
            return process.children().findFirst().map(child -> Path.of("/proc", Long.toString(child.pid())));
        }
    }

    /**
     * Kills all of it, and returns when it is gone, even if the calling thread is interrupted meanwhile.
     *
     * <p>Confined, the child of the process that was started is the first of the namespace. That one is killed and not its
     * parent: the kernel lets the parent see its end only when every process of the namespace is gone.
     */
    void kill() {
        if (confined && !process.isAlive()) {
            return;
        }
        boolean interrupted = false;
        for (int attempt = 0; attempt == 0 || process.isAlive(); attempt++) {
            List<ProcessHandle> targets = confined
                    ? process.children().toList()
                    : process.descendants().toList();
            targets.forEach(ProcessHandle::destroyForcibly);
            if (!confined || attempt > ATTEMPTS) {
                process.destroyForcibly();
            }
            try {
                // Comes round again only where the namespace's first process did not exist yet
                process.waitFor(25, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
