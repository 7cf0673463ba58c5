package io.ymera.contracts.agent;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** How an agent gets its tasks. */
public enum Delivery {
    /** It is a member of the agents' share group and receives assignments. */
    KAFKA,
    /** It asks for leases, {@code POST /agents/{id}/leases}, and reports over HTTP. */
    HTTP;

    /** As it stands in JSON and in the database, for example {@code kafka}. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads the wire name.
     *
     * @throws IllegalArgumentException if it names no delivery
     */
    @JsonCreator
    public static Delivery of(String wireName) {
        return Arrays.stream(values())
                .filter(delivery -> delivery.wireName().equals(wireName))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("delivery is '%s': it must be kafka or http".formatted(wireName)));
    }
}
