package io.ymera.manager.backlog;

import io.ymera.contracts.task.TaskStatus;
import io.ymera.manager.dispatch.Dispatcher.Capacity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What there is to do of a task type, and who does it.
 *
 * @param version the capability's version, or null for all together
 * @param waiting tasks that could be run if an agent had room
 * @param blocked tasks that wait for a concurrency key
 * @param scheduled tasks that are not to be run yet
 * @param dispatched tasks that are on their way to an agent
 * @param running tasks that an agent runs
 * @param desiredSlots how many slots would have all of these at work that may be: waiting, dispatched and running
 * @param slots of the online agents that receive from Kafka
 * @param freeSlots those of them that can take a task now
 * @param agents how many agents that is
 * @param oldestWaitingSeconds how long the longest waiting one has waited; 0 while none does
 * @param asOf when this was counted
 */
record Backlog(
        String taskType,
        @Nullable Integer version,
        long waiting,
        long blocked,
        long scheduled,
        long dispatched,
        long running,
        long desiredSlots,
        int slots,
        int freeSlots,
        int agents,
        double oldestWaitingSeconds,
        Instant asOf) {

    static Backlog of(String taskType, @Nullable Integer version, Depth depth, Capacity capacity, Instant asOf) {
        long waiting = depth.of(TaskStatus.PENDING);
        long dispatched = depth.of(TaskStatus.DISPATCHED);
        long running = depth.of(TaskStatus.RUNNING);
        return new Backlog(
                taskType,
                version,
                waiting,
                depth.of(TaskStatus.BLOCKED),
                depth.of(TaskStatus.SCHEDULED),
                dispatched,
                running,
                waiting + dispatched + running,
                capacity.slots(),
                capacity.free(),
                capacity.agents(),
                depth.oldestAge(asOf).toMillis() / 1000.0,
                asOf);
    }
}
