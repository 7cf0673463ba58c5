package io.ymera.manager.workflow;

import io.ymera.manager.live.Wakeups;
import io.ymera.manager.queue.TaskQueue;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Tells others what has happened to workflows, after the commit. If that is lost, they notice within a second. */
@Singleton
class Announcer {

    private final TaskQueue queue;
    private final Wakeups wakeups;
    private final Stops stops;

    Announcer(TaskQueue queue, Wakeups wakeups, Stops stops) {
        this.queue = queue;
        this.wakeups = wakeups;
        this.stops = stops;
    }

    void committed(@Observes Aftermath aftermath) {
        wakeups.changed(aftermath.workflows());
        if (!aftermath.tasks().isEmpty()) {
            queue.announce(aftermath.tasks());
        }
        if (aftermath.isStopping()) {
            stops.soon();
        }
    }
}
