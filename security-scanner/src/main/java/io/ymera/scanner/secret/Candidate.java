package io.ymera.scanner.secret;

import java.util.List;

/**
 * Characters that look like a secret. Holds the value; must not leave the package, and does not say the value when it is printed.
 *
 * @param kind what it looks like
 * @param known how all of its provider's begin; empty if they begin as they like
 * @param rank of its detector; of two that claim the same characters, the lower wins
 * @param start of the value, in the text
 * @param end behind the value
 * @param value the secret
 * @param key the name under which it stands, as in {@code db.password}; empty if there is none
 * @param weak true if a human seems to have chosen it, so that it might be none
 */
record Candidate(Kind kind, List<String> known, int rank, int start, int end, String value, String key, boolean weak) {

    boolean overlaps(Candidate other) {
        return start < other.end && other.start < end;
    }

    @Override
    public String toString() {
        return kind.id() + " at " + start;
    }
}
