package io.ymera.security.report;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody does not want to be told of a finding.
 *
 * @param kind {@code inline} in a comment beside it, {@code file} in the code base's list
 * @param reason what they wrote
 * @param expires the last day on which it holds, as in 2026-12-31; null if it has no end
 */
@RegisterForReflection
public record Suppression(
        String kind, String reason, @Nullable String expires) {}
