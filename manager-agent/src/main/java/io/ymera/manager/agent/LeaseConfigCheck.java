package io.ymera.manager.agent;

import io.ymera.web.startup.ConfigError;
import io.ymera.web.startup.StartupCheck;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A lease outlives a heartbeat that gets lost; otherwise every hiccup would take running work from its agent. */
@Singleton
final class LeaseConfigCheck implements StartupCheck {

    private static final Duration SHORTEST_INTERVAL = Duration.ofMillis(100);
    private static final int HEARTBEATS_PER_LEASE = 2;

    private final Duration heartbeatInterval;
    private final Duration leaseDuration;

    LeaseConfigCheck(
            @ConfigProperty(name = "ymera.agents.heartbeat-interval") Duration heartbeatInterval,
            @ConfigProperty(name = "ymera.agents.lease-duration") Duration leaseDuration) {
        this.heartbeatInterval = heartbeatInterval;
        this.leaseDuration = leaseDuration;
    }

    @Override
    public List<ConfigError> check() {
        List<ConfigError> errors = new ArrayList<>();
        if (heartbeatInterval.compareTo(SHORTEST_INTERVAL) < 0) {
            errors.add(new ConfigError(
                    "ymera.agents.heartbeat-interval",
                    "" + heartbeatInterval,
                    "at least %d ms".formatted(SHORTEST_INTERVAL.toMillis())));
        }
        if (leaseDuration.dividedBy(HEARTBEATS_PER_LEASE).compareTo(heartbeatInterval) < 0) {
            errors.add(new ConfigError(
                    "ymera.agents.lease-duration",
                    "" + leaseDuration,
                    "at least %d times ymera.agents.heartbeat-interval, which is %s"
                            .formatted(HEARTBEATS_PER_LEASE, heartbeatInterval)));
        }
        return errors;
    }
}
