package io.ymera.scanner.regex;

import java.util.BitSet;
import java.util.List;

/** A regular expression, as far as it matters in how many ways it matches a text. */
sealed interface Pattern {

    /** Nothing: an anchor, a boundary, a look around. */
    record Empty() implements Pattern {}

    /** The end of the text. */
    record End() implements Pattern {}

    /** One character of a set; see {@link Characters}. */
    record One(BitSet characters) implements Pattern {}

    /** One after the other. */
    record Sequence(List<Pattern> parts) implements Pattern {}

    /** One of them. */
    record Choice(List<Pattern> options) implements Pattern {}

    /**
     * Several times.
     *
     * @param most {@link #UNBOUNDED} if there is no bound
     * @param possessive whether the matcher never comes back to try fewer times
     */
    record Repeat(Pattern body, int least, int most, boolean possessive) implements Pattern {
        static final int UNBOUNDED = -1;
    }
}
