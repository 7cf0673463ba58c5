package io.ymera.manager.dispatch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How tasks get from the queue to agents. */
@ConfigMapping(prefix = "ymera.dispatch")
public interface DispatchSettings {

    /**
     * From a claim to an agent's report that it has started; then the task is claimed again. Longer than
     * {@code ymera.topics.lock-duration}, after which a record comes back that an agent fetched and died with.
     */
    @WithDefault("10s")
    Duration startTimeout();

    /** Of so many tasks that are claimed one is the longest waiting, whatever its priority; 0 for none. */
    @WithDefault("10")
    int reserveOneIn();
}
