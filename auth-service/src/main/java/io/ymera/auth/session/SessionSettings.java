package io.ymera.auth.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long sessions last. */
@ConfigMapping(prefix = "ymera.session")
interface SessionSettings {

    /** A session that is not refreshed for so long is over. */
    @WithDefault("14d")
    Duration idleTimeout();

    /** A session is over after this, however much it is used. */
    @WithDefault("90d")
    Duration lifetime();

    /** How long a session that is over stays, so that a late refresh token is known for what it is. */
    @WithDefault("30d")
    Duration rememberedFor();
}
