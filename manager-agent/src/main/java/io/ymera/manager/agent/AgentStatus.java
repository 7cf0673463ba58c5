package io.ymera.manager.agent;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether an agent takes tasks ({@code ONLINE}), only finishes those it has ({@code DRAINING}), or is gone. */
public enum AgentStatus {
    ONLINE,
    DRAINING,
    OFFLINE;

    /** As it stands in JSON and in the database, for example {@code online}. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads the wire name.
     *
     * @throws IllegalArgumentException if it names no status
     */
    static AgentStatus of(String wireName) {
        for (AgentStatus status : values()) {
            if (status.wireName().equals(wireName)) {
                return status;
            }
        }
        throw new IllegalArgumentException("status is '%s': it must be online or draining".formatted(wireName));
    }
}
