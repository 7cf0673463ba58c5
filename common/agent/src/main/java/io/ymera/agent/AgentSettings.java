package io.ymera.agent;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What an operator can say about an agent process. */
@ConfigMapping(prefix = "ymera.agent")
interface AgentSettings {

    /** The deployment's name, shared by its replicas. */
    String name();

    /** How many tasks run at once, from 1. */
    @WithDefault("2")
    int slots();

    /** How long running attempts may go on when the agent is stopped, before they are handed back. */
    Duration drainTimeout();

    /**
     * Where attempts get their workspaces, in a folder of this process's own; it is emptied at the start, so no other agent
     * may have the same. The system's temporary folder if absent.
     */
    Optional<Path> workDirectory();

    /** The largest result in bytes of JSON that can be reported; no more than the manager's {@code ymera.payload.max-result-bytes}. */
    @WithDefault("8388608")
    int maxResultBytes();
}
