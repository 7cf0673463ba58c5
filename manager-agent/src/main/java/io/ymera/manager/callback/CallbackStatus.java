package io.ymera.manager.callback;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * Where a callback is.
 *
 * <pre>
 *   PENDING ──2xx──▶ DELIVERED
 *     │ │ ──410──▶ GONE
 *     │ └─ too late for another attempt ──▶ FAILED
 *     └── any other failure: PENDING, after a pause
 * </pre>
 */
enum CallbackStatus {
    /** To be sent, maybe again. */
    PENDING,
    DELIVERED,
    /** The receiver does not want it. */
    GONE,
    /** Given up. */
    FAILED;

    /** As it stands in JSON and in the database. */
    @JsonValue
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static CallbackStatus of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}
