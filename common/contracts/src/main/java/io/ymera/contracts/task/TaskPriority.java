package io.ymera.contracts.task;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** How urgent a task is; later constants overtake earlier ones. */
public enum TaskPriority {
    LOW,
    NORMAL,
    HIGH,
    CRITICAL;

    /** As it stands in JSON, for example {@code high}. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads the JSON form.
     *
     * @throws IllegalArgumentException if it names no priority
     */
    @JsonCreator
    public static TaskPriority of(String wireName) {
        return Arrays.stream(values())
                .filter(priority -> priority.wireName().equals(wireName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "priority is '%s': it must be low, normal, high or critical".formatted(wireName)));
    }

    /** The database's form: larger is more urgent. */
    public short rank() {
        return (short) ordinal();
    }

    /** Reads the database's form. */
    public static TaskPriority ofRank(short rank) {
        return values()[rank];
    }
}
