package io.ymera.auth.key;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a key is in its life; in the order of the key set. */
enum KeyStatus {
    /** Published, so that verifiers know it before it signs. */
    NEXT,
    /** Signs. */
    ACTIVE,
    /** Verifies what it has signed. */
    RETIRED;

    @JsonValue
    String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    static KeyStatus of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }
}
