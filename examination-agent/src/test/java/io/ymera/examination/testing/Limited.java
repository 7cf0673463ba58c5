package io.ymera.examination.testing;

import java.time.Duration;

/** The limits that tests run under: as in production, only less of it. */
public record Limited(int outputMib) implements TestExecutionConfig {

    @Override
    public Duration maxTimeout() {
        return Duration.ofMinutes(2);
    }

    @Override
    public int memoryMib() {
        return 1024;
    }

    @Override
    public int processes() {
        return 64;
    }

    @Override
    public int fileMib() {
        return 16;
    }

    @Override
    public int workspaceMib() {
        return 64;
    }

    @Override
    public int scratchMib() {
        return 32;
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
