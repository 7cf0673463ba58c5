package io.ymera.security.report;

import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Locale;

/** Whether a finding was known before. */
@RegisterForReflection
public enum BaselineState {
    /** Not in the baseline, or there is none. */
    NEW,
    /** In the baseline. */
    UNCHANGED;

    /** In lower case, as in SARIF. */
    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
