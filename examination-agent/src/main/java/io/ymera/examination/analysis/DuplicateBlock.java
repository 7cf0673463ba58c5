package io.ymera.examination.analysis;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ymera.codebase.Language;
import java.util.Comparator;
import java.util.List;

/**
 * The same code in several places.
 *
 * @param language its language
 * @param tokens how long it is
 * @param lines how many lines it has in the first place
 * @param places where it is, by path and line; the first ones, if there are many
 * @param placesLeftOut how many are not listed
 */
@RegisterForReflection
public record DuplicateBlock(Language language, int tokens, int lines, List<Place> places, int placesLeftOut)
        implements Comparable<DuplicateBlock> {

    /** The longest first, then by place. */
    private static final Comparator<DuplicateBlock> ORDER = Comparator.comparingInt(DuplicateBlock::tokens)
            .reversed()
            .thenComparing(block -> block.places().getFirst())
            .thenComparing(block -> block.places().getLast())
            .thenComparing(DuplicateBlock::language);

    /** Copies the list. */
    public DuplicateBlock {
        places = List.copyOf(places);
    }

    @Override
    public int compareTo(DuplicateBlock other) {
        return ORDER.compare(this, other);
    }

    /**
     * One of the places.
     *
     * @param path the file
     * @param line the first line, from 1
     * @param endLine the last one
     */
    @RegisterForReflection
    public record Place(String path, int line, int endLine) implements Comparable<Place> {

        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::path).thenComparingInt(Place::line).thenComparingInt(Place::endLine);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }
}
