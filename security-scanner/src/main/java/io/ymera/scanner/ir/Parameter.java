package io.ymera.scanner.ir;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a function.
 *
 * @param target a {@link Expression.Name}, or for destructuring a {@link Expression.Collection}
 * @param type its declared type as in {@link Statement.Declare}, or null
 * @param preset its value where none is given, or null
 * @param kind how it takes its arguments
 */
public record Parameter(
        Expression target,
        @Nullable String type,
        @Nullable Expression preset,
        Kind kind,
        List<Annotation> annotations,
        Span span) {

    /** How a parameter takes arguments. */
    public enum Kind {
        /** One, by position or name. */
        ONE,
        /** The rest of those by position, as a list. */
        REST,
        /** The rest of those by name, as a map. */
        NAMED
    }

    /** Its name; empty if it is destructured. */
    public String name() {
        return target instanceof Expression.Name name ? name.name() : "";
    }
}
