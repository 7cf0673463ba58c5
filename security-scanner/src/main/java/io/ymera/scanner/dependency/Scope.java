package io.ymera.scanner.dependency;

import java.util.Locale;

/** What a component is needed for, the most exposed first. */
public enum Scope {
    /** Runs where the program runs. */
    RUNTIME,
    /** May run there: an extra, an optional peer, a platform's own. */
    OPTIONAL,
    /** Builds or checks the program. */
    DEV,
    /** Is there when the program is tested. */
    TEST;

    /** The less exposed of both: what an optional dependency needs is optional. */
    Scope within(Scope outer) {
        return values()[Math.max(ordinal(), outer.ordinal())];
    }

    /** The more exposed of both. */
    Scope or(Scope other) {
        return values()[Math.min(ordinal(), other.ordinal())];
    }

    /** In lower case, as reports have it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
