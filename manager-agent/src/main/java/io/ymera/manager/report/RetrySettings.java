package io.ymera.manager.report;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a task waits between a failed attempt and the next. */
@ConfigMapping(prefix = "ymera.retry")
interface RetrySettings {

    /** The longest pause after the first failure; it doubles with each further one. */
    @WithDefault("1s")
    Duration firstPause();

    /** What the pause never exceeds. */
    @WithDefault("60s")
    Duration maxPause();
}
