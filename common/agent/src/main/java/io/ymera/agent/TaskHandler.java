package io.ymera.agent;

/**
 * Runs the tasks of one {@link Capability}.
 *
 * <p>Calls come on virtual threads, several at once: a handler may block and must be thread-safe. A call is interrupted
 * when its attempt is no longer wanted (cancelled, timed out, handed to another agent); it should then end soon, whatever
 * it returns or throws is ignored. The same task can be run more than once, because a crash looks like silence: effects
 * outside the result must bear repeating.
 *
 * @param <P> the parameters, a record; its Jakarta Validation constraints become the capability's JSON Schema
 * @param <R> the result, a record that Jackson can write
 */
public interface TaskHandler<P, R> {

    /**
     * Does the work.
     *
     * @return the task's result, not null
     * @throws TaskFailedException to say whether another attempt makes sense; any other exception counts as retryable
     * @throws InterruptedException when the attempt is no longer wanted
     */
    R handle(P parameters, TaskContext context) throws TaskFailedException, InterruptedException;
}
