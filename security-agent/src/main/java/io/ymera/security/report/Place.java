package io.ymera.security.report;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a file.
 *
 * @param path from the root of the code base, divided by {@code /}
 * @param line of its first character, from 1
 * @param column of its first character, from 1, in units of UTF-16; null if it is not known
 * @param endLine of its end, not before {@code line}; null if it is not known
 * @param endColumn of the first character behind it; null if it is not known
 */
@RegisterForReflection
public record Place(
        String path,
        int line,
        @Nullable Integer column,
        @Nullable Integer endLine,
        @Nullable Integer endColumn) implements Comparable<Place> {

    private static final Comparator<Place> ORDER = Comparator.comparing(Place::path)
            .thenComparingInt(Place::line)
            .thenComparingInt(place -> place.column() == null ? 0 : place.column());

    /** Checks what has to be positive. */
    public Place {
        if (line < 1) {
            throw new IllegalArgumentException("line is " + line + ", but counts from 1");
        }
    }

    /** A line. */
    public static Place line(String path, int line) {
        return new Place(path, line, null, null, null);
    }

    /** In the order in which one reads. */
    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}
