package io.ymera.examination.quality;

import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Locale;

/** The four sides of quality that are scored. */
@RegisterForReflection
public enum ScoreName {
    /** Whether it works and can be maintained: tests, coverage, findings, complexity, duplication. */
    CODE("Code quality"),
    /** What a security scan says. */
    SECURITY("Security"),
    /** Benchmarks beside their baseline. */
    PERFORMANCE("Performance"),
    /** Whether what others use is explained. */
    DOCUMENTATION("Documentation");

    private final String title;

    ScoreName(String title) {
        this.title = title;
    }

    /** For people. */
    public String title() {
        return title;
    }

    /** In lower case, for JSON and configuration. */
    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
