package io.ymera.agent;

import io.smallrye.health.api.HealthGroup;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Up while nothing runs here, so that whoever scales in can tell which replica costs nobody anything. No part of health as a
 * whole: a busy agent is a healthy one.
 */
@HealthGroup("idle")
@Singleton
class IdleCheck implements HealthCheck {

    private final Slots slots;

    IdleCheck(Slots slots) {
        this.slots = slots;
    }

    @Override
    public HealthCheckResponse call() {
        int inUse = slots.inUse();
        return HealthCheckResponse.named("runs nothing")
                .status(inUse == 0)
                .withData("slots", slots.capacity())
                .withData("in_use", inUse)
                .build();
    }
}
