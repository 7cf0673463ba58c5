package io.ymera.scanner.incremental;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names that somebody has asked for, as short hashes. Two names with the same hash are taken for one, so that somebody may be thought to have asked who
 * has not, never the other way round.
 */
public final class Hashes {

    /** None. */
    public static final Hashes NONE = new Hashes(new int[0]);

    private final int[] sorted;

    private Hashes(int[] sorted) {
        this.sorted = sorted;
    }

    /** Those of names. */
    public static Hashes of(Collection<String> names) {
        return new Hashes(
                names.stream().mapToInt(String::hashCode).sorted().distinct().toArray());
    }

    static Hashes of(int[] any) {
        return new Hashes(Arrays.stream(any).sorted().distinct().toArray());
    }

    int[] sorted() {
        return sorted.clone();
    }

    /** Whether one of these names may be among them. */
    public boolean any(Set<String> names) {
        for (String name : names) {
            if (Arrays.binarySearch(sorted, name.hashCode()) >= 0) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Hashes that && Arrays.equals(sorted, that.sorted);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sorted);
    }
}
