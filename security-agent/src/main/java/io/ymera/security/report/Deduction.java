package io.ymera.security.report;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * Points that a score lost.
 *
 * @param points how many, above 0
 * @param reason a sentence with the numbers that led to it
 * @param evidence places and rules, the first few
 */
@RegisterForReflection
public record Deduction(double points, String reason, List<String> evidence) {

    /** Copies the list. */
    public Deduction {
        evidence = List.copyOf(evidence);
    }
}
