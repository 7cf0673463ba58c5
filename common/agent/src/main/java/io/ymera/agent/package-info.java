/**
 * The agent kit: what turns a few {@link io.ymera.agent.TaskHandler}s into an agent that registers with the manager,
 * heartbeats, receives assignments from Kafka, runs them, reports, and drains when it is stopped.
 *
 * <p>A handler's author needs {@link io.ymera.agent.Capability}, {@link io.ymera.agent.TaskHandler} and {@link
 * io.ymera.agent.TaskContext}; the rest is package-private.
 */
@NullMarked
package io.ymera.agent;

import org.jspecify.annotations.NullMarked;
