package io.ymera.manager.schedule;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** What a schedule does about times that passed while no manager was there. */
enum CatchUp {
    /** Nothing: it goes on with the next time. */
    NONE,
    /** Queues one task, at once, however many times passed. */
    ONE;

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
    static CatchUp of(String wireName) {
        return Arrays.stream(values())
                .filter(catchUp -> catchUp.wireName().equals(wireName))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("catch_up is '%s': it must be none or one".formatted(wireName)));
    }
}
