package io.ymera.security.osv;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Whether and how OSV's API is asked. */
@ConfigMapping(prefix = "ymera.osv")
public interface OsvConfig {

    /** Whether it may be asked at all: it is told which packages code bases depend on, private ones too. */
    @WithDefault("false")
    boolean allowed();

    /** Where it is: https, or http on this machine. */
    @WithDefault("https://api.osv.dev")
    URI url();

    /** Until a connection is there. */
    @WithDefault("PT5S")
    Duration connectTimeout();

    /** Until one request is answered. */
    @WithDefault("PT20S")
    Duration requestTimeout();

    /** For all requests of a task together. */
    @WithDefault("PT2M")
    Duration totalTimeout();
}
