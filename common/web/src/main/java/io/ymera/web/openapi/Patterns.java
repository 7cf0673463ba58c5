package io.ymera.web.openapi;

import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** Bean Validation's patterns fit the whole text, JSON Schema's any part of it. */
final class Patterns {

    private Patterns() {}

    /** Says of {@code schema} and what is in it that patterns fit the whole text. */
    static void anchor(@Nullable Schema schema) {
        if (schema == null) {
            return;
        }
        String pattern = schema.getPattern();
        if (pattern != null && !pattern.startsWith("^")) {
            schema.setPattern("^(?:" + pattern + ")$");
        }
        anchor(schema.getItems());
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(Patterns::anchor);
        }
    }
}
