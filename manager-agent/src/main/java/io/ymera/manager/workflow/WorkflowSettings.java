package io.ymera.manager.workflow;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of workflows. */
@ConfigMapping(prefix = "ymera.workflow")
interface WorkflowSettings {

    /** How many workflows that have not ended an owner may have; several requests at a time can go over it by a few. */
    @WithDefault("1000")
    int maxUnfinishedPerOwner();
}
