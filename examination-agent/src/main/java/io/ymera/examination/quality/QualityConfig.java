package io.ymera.examination.quality;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What quality is held against. Checked at start, see {@link QualityConfigCheck}. */
@ConfigMapping(prefix = "ymera.quality")
interface QualityConfig {

    /** The part of the overall score, 0 to 1; the four of them are 1 together. */
    @WithDefault("0.35")
    double codeWeight();

    /** See {@link #codeWeight}. */
    @WithDefault("0.30")
    double securityWeight();

    /** See {@link #codeWeight}. */
    @WithDefault("0.20")
    double performanceWeight();

    /** See {@link #codeWeight}. */
    @WithDefault("0.15")
    double documentationWeight();

    /** The overall score that code has to reach, 0 to 100. */
    @WithDefault("85")
    double threshold();

    /** The coverage that tests have to reach, in percent. */
    @WithDefault("80")
    double coverageMin();

    /** The scores that may be missing, with commas between. */
    Optional<Set<String>> optional();

    /** The weight of a score. */
    default double weight(ScoreName score) {
        return switch (score) {
            case CODE -> codeWeight();
            case SECURITY -> securityWeight();
            case PERFORMANCE -> performanceWeight();
            case DOCUMENTATION -> documentationWeight();
        };
    }

    /** Whether code may pass without this score. */
    default boolean isOptional(ScoreName score) {
        return optional().orElseGet(TreeSet::new).contains(score.toString());
    }
}
