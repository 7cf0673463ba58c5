package io.ymera.local.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a crash of PostgreSQL leaves behind, as far as PostgreSQL does not deal with it by itself. */
final class PostmasterLock {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(50);

    private PostmasterLock() {}

    /**
     * Makes a start on {@code data} possible. The backends of a killed postmaster end soon after it, and until then a new
     * one refuses to start; and it refuses for ever if the pid in its lock file, {@code postmaster.pid}, now belongs to
     * another program.
     */
    static void recover(Path data) throws IOException, InterruptedException {
        awaitOrphans(data);
        removeIfRecycled(data.resolve("postmaster.pid"));
    }

    private static void awaitOrphans(Path data) throws IOException, InterruptedException {
        if (!Files.exists(Path.of("/proc/self/cwd"))) {
            return; // not Linux: a start that comes too early fails, with PostgreSQL's own message
        }
        Path realData = data.toRealPath();
        Instant deadline = Instant.now().plus(LONGEST_WAIT);
        while (Instant.now().isBefore(deadline)
                && ProcessHandle.allProcesses().anyMatch(process -> worksIn(process, realData))) {
            Thread.sleep(POLL);
        }
    }

    private static boolean worksIn(ProcessHandle process, Path data) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd"))
                    .equals(data);
        } catch (IOException e) {
            return false; // another user's, or gone
        }
    }

    private static void removeIfRecycled(Path lock) throws IOException {
        if (!Files.exists(lock)) {
            return;
        }
        List<String> lines = Files.readAllLines(lock);
        if (lines.isEmpty()) {
            Files.delete(lock); // the disk was full, or the machine went down, while it was written
            return;
        }
        Optional<String> program = ProcessHandle.of(
                        Long.parseLong(lines.getFirst().strip()))
                .flatMap(process -> process.info().command());
        if (program.isPresent() && !program.get().endsWith("/postgres")) {
            Files.delete(lock);
        }
    }
}
