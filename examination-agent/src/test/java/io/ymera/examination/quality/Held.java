package io.ymera.examination.quality;

import java.util.Optional;
import java.util.Set;

/** What quality is held against in tests. */
record Held(
        double codeWeight,
        double securityWeight,
        double performanceWeight,
        double documentationWeight,
        double threshold,
        double coverageMin,
        Optional<Set<String>> optional)
        implements QualityConfig {

    /** As it is by default. */
    static final Held DEFAULT =
            new Held(0.35, 0.30, 0.20, 0.15, 85, 80, Optional.of(Set.of("security", "performance")));
}
