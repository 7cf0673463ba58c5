package io.ymera.examination.quality;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * Points that a score lost, and why.
 *
 * @param score which one
 * @param points how many, more than 0, to one digit
 * @param reason why, as a sentence with its numbers
 * @param evidence what in the report shows it, for example {@code test:tests/test_a.py::test_b}, {@code finding:a.py:12:E501},
 *     {@code file:a.py}, {@code unit:a.py:3:parse}, {@code benchmark:bench_a.py::bench_b}; the first of them, where there are many
 */
@RegisterForReflection
public record Deduction(ScoreName score, double points, String reason, List<String> evidence) {

    private static final int MOST_EVIDENCE = 50;

    /** Copies and cuts the list. */
    public Deduction {
        evidence = List.copyOf(evidence.subList(0, Math.min(evidence.size(), MOST_EVIDENCE)));
    }
}
