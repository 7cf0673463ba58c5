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

    /**
     * A folder of this attempt's own, deleted when it ends; empty when it is first asked for, and the same one each time.
     *
     * @throws java.io.UncheckedIOException if it can't be made
     */
    Path workspace();

    /**
     * Tells the client how far the work is. Cheap to call often: reports that come faster than a person can read are
     * thinned out, the last one always counts.
     *
     * @param fraction how much is done; values outside 0 to 1 are brought inside
     * @param message what is being done; cut after 1,000 characters
     */
    void progress(double fraction, String message);

    /**
     * Whether the attempt is no longer wanted: cancelled, past its deadline, handed to another agent, or the agent is being
     * stopped. The handler's thread has been interrupted too; this is for work that does not block, and for threads of the
     * handler's own.
     */
    boolean isCancelled();

    /**
     * Returns unless the attempt is no longer wanted.
     *
     * @throws InterruptedException if it is not; to be passed on
     */
    default void checkCancelled() throws InterruptedException {
        if (isCancelled()) {
            throw new InterruptedException("The attempt at task %s is no longer wanted".formatted(taskId()));
        }
    }
}
