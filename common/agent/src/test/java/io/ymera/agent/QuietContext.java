package io.ymera.agent;

import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;

/** A context for handlers that need none. */
record QuietContext() implements TaskContext {

    @Override
    public UUID taskId() {
        return new UUID(0, 0);
    }

    @Override
    public int attempt() {
        return 1;
    }

    @Override
    public Instant deadline() {
        return Instant.MAX;
    }

    @Override
    public Path workspace() {
        throw new UnsupportedOperationException("This handler was not expected to need a workspace");
    }

    @Override
    public void progress(double fraction, String message) {
        // nobody listens
    }

    @Override
    public boolean isCancelled() {
        return false;
    }
}
