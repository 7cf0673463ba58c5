package io.ymera.security.report;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Who says so.
 *
 * @param tool {@link #BUILTIN} or the name of another scanner
 * @param rule its rule
 */
@RegisterForReflection
public record Source(String tool, String rule) {

    /** Our own scanner. */
    public static final String BUILTIN = "ymera";

    boolean builtin() {
        return tool.equals(BUILTIN);
    }
}
