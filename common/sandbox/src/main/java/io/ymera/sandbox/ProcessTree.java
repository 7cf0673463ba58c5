package io.ymera.sandbox;

import java.util.List;
import java.util.concurrent.TimeUnit;

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

    /**
     * Kills all of it, and returns when it is gone, even if the calling thread is interrupted meanwhile.
     *
     * <p>Confined, the child of the process that was started is the first of the namespace. That one is killed and not its
     * parent: the kernel lets the parent see its end only when every process of the namespace is gone.
     */
    void kill() {
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
