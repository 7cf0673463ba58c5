package io.ymera.codebase.confinement;

import io.quarkus.runtime.Startup;
import io.ymera.sandbox.Sandbox;
import io.ymera.sandbox.SandboxMode;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Makes the one sandbox when the agent starts; where that is not possible, the agent does not start. */
@Singleton
final class SandboxProvider {

    private static final Logger LOG = Logger.getLogger(SandboxProvider.class);

    @Produces
    @Singleton
    @Startup
    Sandbox sandbox(SandboxConfig config) {
        Sandbox sandbox = Sandbox.create(SandboxMode.parse(config.confinement()));
        if (sandbox.mode() == SandboxMode.NONE) {
            LOG.warn(
                    "Submitted code is NOT confined: it runs with this agent's own rights, as SANDBOX_CONFINEMENT=none asks");
        } else {
            LOG.infof("Submitted code is confined by %s", sandbox.mode());
        }
        return sandbox;
    }

    void close(@Disposes Sandbox sandbox) {
        sandbox.close();
    }
}
