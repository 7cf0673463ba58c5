package io.ymera.manager.payload;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much of large payloads is handled. */
@ConfigMapping(prefix = "ymera.payload")
interface PayloadSettings {

    /** The largest result that is taken, in bytes of JSON. */
    @WithDefault("8388608")
    int maxResultBytes();

    /** So many payloads are in memory at a time; the other requests wait. */
    @WithDefault("4")
    int atOnce();

    /** How long a request waits for its turn before it is sent away. */
    @WithDefault("5s")
    Duration patience();
}
