package io.ymera.examination.testing;

import java.time.Duration;

/** The limits that tests run under: as in production, only less of it. */
public record Limited(int outputMib, int memoryMib, int processes, int fileMib, int workspaceMib, int scratchMib)
        implements TestExecutionConfig {

    /** Enough for Python. */
    public Limited(int outputMib) {
        this(outputMib, 1024, 64, 16, 64, 32);
    }

    /** Enough for runners that bring along a compiler and threads, as those of JavaScript and Java do. */
    public static Limited withPackages() {
        return new Limited(16, 1024, 128, 64, 256, 256);
    }

    @Override
    public Duration maxTimeout() {
        return Duration.ofMinutes(5);
    }

    @Override
    public int extraParts() {
        return 1;
    }

    @Override
    public int textsKib() {
        return 500;
    }
}
