package io.ymera.manager.task;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many tasks may wait before no more are accepted. Those that run do not count. */
@ConfigMapping(prefix = "ymera.queue")
interface AdmissionSettings {

    /** In all. */
    @WithDefault("200000")
    int maxWaiting();

    /** Of one owner. */
    @WithDefault("20000")
    int maxWaitingPerOwner();
}
