package io.ymera.agent;

import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;

/** What a handler may know and do while it runs one attempt. Safe for use by several threads. */
public interface TaskContext {

    /** The task. */
    UUID taskId();

    /** Which attempt this is, from 1. */
    int attempt();

    /** When the attempt will be stopped if it has not ended by then. */
    Instant deadline();

    /** An empty folder of this attempt's own, deleted when it ends. */
    Path workspace();

    /**
     * Tells the client how far the work is. Cheap to call often: reports that come faster than a person can read are
     * thinned out, the last one always counts.
     *
     * @param fraction how much is done; values outside 0 to 1 are brought inside
     * @param message what is being done
     */
    void progress(double fraction, String message);
}
