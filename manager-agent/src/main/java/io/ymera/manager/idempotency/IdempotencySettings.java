package io.ymera.manager.idempotency;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long answers are remembered. */
@ConfigMapping(prefix = "ymera.idempotency")
interface IdempotencySettings {

    /** From the first answer on; after that the same key names another request. */
    @WithDefault("24h")
    Duration rememberedFor();
}
