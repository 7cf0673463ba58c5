package io.ymera.sandbox;

import java.time.Duration;
import java.util.Optional;

/**
 * How a program ended. Nothing of it is running any more.
 *
 * @param ended what ended it
 * @param code the exit status; 128 + n when signal n killed it, as shells have it
 * @param wallTime from before the confinement was set up to after its last process was gone
 * @param usage what was seen of it
 * @param network what it tried to reach; empty where nobody counted, as with {@link SandboxMode#NONE}
 */
public record Exit(Ended ended, int code, Duration wallTime, Usage usage, Optional<NetworkAttempts> network) {

    /** What ended a program. */
    public enum Ended {
        /** It ended by itself, or one of its own signals or crashes ended it: see the exit status. */
        ITSELF,
        /** {@link Limits#wallTime} was over. */
        WALL_TIME,
        /** The kernel killed its main process at {@link Limits#cpuTime}. */
        CPU_TIME,
        /** It wrote more than {@link Limits#outputBytes}. */
        OUTPUT,
        /**
         * Its processes had more than {@link Limits#memoryBytes}, or the machine lost more than that and was nearly out of
         * memory.
         */
        MEMORY,
        /**
         * It had more than {@link Limits#workspaceBytes} or {@link Limits#workspaceFiles}, or the workspace's file system lost
         * more than that and was nearly full.
         */
        DISK
    }

    private static final int KILLED_BY_SIGXCPU = 128 + 24;

    /** Of which nothing more is known. */
    public Exit(Ended ended, int code, Duration wallTime) {
        this(ended, code, wallTime, Usage.UNKNOWN, Optional.empty());
    }

    static Exit of(Ended ended, int code, Duration wallTime, Usage usage, Optional<NetworkAttempts> network) {
        boolean cpuTime = ended == Ended.ITSELF && code == KILLED_BY_SIGXCPU;
        return new Exit(cpuTime ? Ended.CPU_TIME : ended, code, wallTime, usage, network);
    }

    /** Whether it ended by itself with status 0. */
    public boolean success() {
        return ended == Ended.ITSELF && code == 0;
    }

    /** The number of the signal that killed it, or 0. */
    public int signal() {
        return code > 128 && code <= 128 + 64 ? code - 128 : 0;
    }
}
