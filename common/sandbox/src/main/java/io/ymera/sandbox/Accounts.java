package io.ymera.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Hands out the users that programs run as. The kernel counts processes per user of the whole machine, containers included,
 * so under root each program that runs at the same time gets an id of its own: one that uses its processes up takes none
 * away from its neighbour. Each agent takes its ids somewhere in the range that systemd's list of ids leaves to nobody; in a
 * container whose ids end before that, those that neither Debian nor systemd gives to anybody, below nobody's, have to do.
 * Thread-safe.
 */
final class Accounts {

    private static final int UNUSED = 1_879_048_192;
    private static final int UNUSED_BLOCKS = (1 << 20) - 1;
    private static final int BLOCK = 256;

    private static final int BELOW_NOBODY = 65_520;
    private static final int COUNT_BELOW_NOBODY = 14;

    private final boolean root = effectiveUid() == 0;
    private final int lowest;
    private final int[] users;

    Accounts() {
        int block = UNUSED + BLOCK * new SecureRandom().nextInt(UNUSED_BLOCKS);
        boolean wide = root && mapped(block);
        this.lowest = wide ? block : BELOW_NOBODY;
        this.users = new int[wide ? BLOCK : COUNT_BELOW_NOBODY];
    }

    synchronized Account take() {
        if (!root) {
            return new Account(BELOW_NOBODY, false);
        }
        int leastUsed = IntStream.range(0, users.length)
                .boxed()
                .min(Comparator.comparingInt(i -> users[i]))
                .orElseThrow();
        users[leastUsed]++;
        return new Account(lowest + leastUsed, true);
    }

    synchronized void giveBack(Account account) {
        if (account.byRoot()) {
            users[account.uid() - lowest]--;
        }
    }

    /** Whether a block is among the ids of this user namespace (user_namespaces(7)): first inside, first outside, how many. */
    private static boolean mapped(int block) {
        try {
            return Files.readAllLines(Path.of("/proc/self/uid_map")).stream()
                    .map(line -> line.strip().split("\\s+"))
                    .anyMatch(range -> Long.parseLong(range[0]) <= block
                            && Long.parseLong(range[0]) + Long.parseLong(range[2]) >= (long) block + BLOCK);
        } catch (IOException e) {
            return false;
        }
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
