package io.ymera.agent;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the manager has this agent on its roster. */
@Readiness
@Singleton
class RegistrationCheck implements HealthCheck {

    private final Membership membership;

    RegistrationCheck(Membership membership) {
        this.membership = membership;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("registered with the manager")
                .status(membership.isRegistered())
                .build();
    }
}
