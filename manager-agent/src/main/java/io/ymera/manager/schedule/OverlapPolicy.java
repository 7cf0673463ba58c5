package io.ymera.manager.schedule;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** What a schedule does when its time has come and a task that it queued before has not ended. */
enum OverlapPolicy {
    /** Queues another one. */
    ALLOW,
    /** Leaves this time out. */
    SKIP;

    /** As it stands in JSON and in the database. */
    @JsonValue
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads the wire name.
     *
     * @throws IllegalArgumentException if it names none
     */
    @JsonCreator
    static OverlapPolicy of(String wireName) {
        return Arrays.stream(values())
                .filter(policy -> policy.wireName().equals(wireName))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("overlap is '%s': it must be allow or skip".formatted(wireName)));
    }
}
