package io.ymera.manager.deadline;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long the manager waits before it gives up on an attempt or an agent. */
@ConfigMapping(prefix = "ymera.deadline")
interface DeadlineSettings {

    /** After the lease has lapsed: for what is late but under way. */
    @WithDefault("4s")
    Duration grace();

    /**
     * For so long after a deadline, reports of agents that nobody has read yet hold up what follows from it: it may have
     * been met.
     */
    @WithDefault("60s")
    Duration reportLag();
}
