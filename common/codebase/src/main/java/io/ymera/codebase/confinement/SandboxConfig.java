package io.ymera.codebase.confinement;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How submitted code is confined. */
@ConfigMapping(prefix = "ymera.sandbox")
interface SandboxConfig {

    /** {@code auto}, {@code bubblewrap}, {@code unshare}, or {@code none}, which an operator has to ask for by name. */
    @WithDefault("auto")
    String confinement();
}
