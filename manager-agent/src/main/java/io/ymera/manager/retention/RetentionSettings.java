package io.ymera.manager.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long things are kept after they have ended. */
@ConfigMapping(prefix = "ymera.retention")
interface RetentionSettings {

    /** Tasks that were completed or cancelled, with their events; longer if they belong to a workflow that is kept. */
    @WithDefault("30d")
    Duration tasks();

    /** Tasks that failed: the dead letters. */
    @WithDefault("90d")
    Duration failedTasks();

    /** Callbacks that are over. */
    @WithDefault("7d")
    Duration callbacks();

    /** Agents that left or fell silent. */
    @WithDefault("7d")
    Duration offlineAgents();

    /** Large results of attempts whose report never came. */
    @WithDefault("1d")
    Duration storedResults();

    /** How often it is looked for what is old: a duration, or {@code off}. */
    @WithDefault("10m")
    String every();

    /** The most rows of a kind that one transaction looks at. */
    @WithDefault("500")
    int batch();

    /** Between two transactions, for others. */
    @WithDefault("50ms")
    Duration pause();
}
