package io.ymera.persistence;

import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Turns rows into arrays, one for each column: what a statement with {@code unnest} takes. */
public final class Columns {

    private Columns() {}

    /**
     * What a row has in a column.
     *
     * @param <R> the row
     * @param <T> the column's type
     */
    @FunctionalInterface
    public interface Value<R, T> {
        @Nullable
        T of(R row);
    }

    /** One column of {@code rows}, in their order; null where a row has nothing. */
    @SuppressWarnings("NullAway") // its arrays can't say that they hold nulls
    public static <R, T> T[] of(List<R> rows, IntFunction<T[]> array, Value<R, T> value) {
        T[] column = array.apply(rows.size());
        for (int i = 0; i < column.length; i++) {
            column[i] = value.of(rows.get(i));
        }
        return column;
    }
}
