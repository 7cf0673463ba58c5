package io.ymera.manager.schedule;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of schedules. */
@ConfigMapping(prefix = "ymera.schedule")
interface ScheduleSettings {

    /** A time that is noticed later than this counts as missed, and {@link CatchUp} decides. */
    @WithDefault("60s")
    Duration lateAfter();

    /** How many schedules a user may have; several requests at a time can go over it by a few. */
    @WithDefault("200")
    int maxPerOwner();
}
