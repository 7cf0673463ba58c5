package io.ymera.examination.testing;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What came of building a code base.
 *
 * @param succeeded whether its tests can be run
 * @param log what the compiler or the build tool said; the end of it, where it is long
 */
@RegisterForReflection
public record Build(boolean succeeded, String log) {

    /** For languages that need none. */
    public static final Build NOT_NEEDED = new Build(true, "");
}
