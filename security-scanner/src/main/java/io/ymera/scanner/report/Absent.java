package io.ymera.scanner.report;

import org.jspecify.annotations.Nullable;

/**
 * Something that the baseline has and the code base has no longer. Of a baseline that is a list, only the fingerprint is known.
 *
 * @param message what was said of it
 * @param path where it was
 */
public record Absent(
        String fingerprint,
        @Nullable String scan,
        @Nullable String rule,
        @Nullable String message,
        @Nullable String path) {}
