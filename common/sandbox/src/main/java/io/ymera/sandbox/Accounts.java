package io.ymera.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Hands out the users that programs run as. The kernel counts processes per user, so under root each program that runs at
 * the same time gets an id of its own: one that uses its processes up takes none away from its neighbour. The ids are those
 * that neither Debian nor systemd gives to anybody, below nobody's, which others use. Thread-safe.
 */
final class Accounts {

    private static final int HIGHEST = 65_533;
    private static final int COUNT = 14;

    private final boolean root = effectiveUid() == 0;
    private final int[] users = new int[COUNT];

    synchronized Account take() {
        if (!root) {
            return new Account(HIGHEST, false);
        }
        int leastUsed = IntStream.range(0, COUNT)
                .boxed()
                .min(Comparator.comparingInt(i -> users[i]))
                .orElseThrow();
        users[leastUsed]++;
        return new Account(HIGHEST - leastUsed, true);
    }

    synchronized void giveBack(Account account) {
        users[HIGHEST - account.uid()]--;
    }

    private static int effectiveUid() {
        try {
            // Uid: real, effective, saved, file system
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("Uid:"))
                    .map(line -> Integer.parseInt(line.split("\\s+")[2]))
                    .findFirst()
                    .orElseThrow(() -> new SandboxUnavailableException("/proc/self/status names no Uid"));
        } catch (IOException e) {
            throw new SandboxUnavailableException(
                    "Can't read /proc/self/status: the sandbox needs Linux with /proc", e);
        }
    }
}
