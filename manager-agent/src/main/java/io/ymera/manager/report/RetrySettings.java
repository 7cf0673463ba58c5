package io.ymera.manager.report;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** When a task is given up on, besides what it says itself. */
@ConfigMapping(prefix = "ymera.retry")
interface RetrySettings {

    /** A task has failed when so many agents have gone silent while they ran it: it may be what takes them down. */
    @WithDefault("3")
    int maxLostAgents();
}
