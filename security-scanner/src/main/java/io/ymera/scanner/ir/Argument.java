package io.ymera.scanner.ir;

import org.jspecify.annotations.Nullable;

/**
 * An argument of a call or an annotation.
 *
 * @param name of a keyword argument, else null
 * @param value what is given
 * @param spread whether its elements are the arguments ({@code *args}, {@code ...args}; with {@code **kwargs} the name is {@code **})
 */
public record Argument(@Nullable String name, Expression value, boolean spread) {

    /** One by position. */
    public static Argument of(Expression value) {
        return new Argument(null, value, false);
    }
}
