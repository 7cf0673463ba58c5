package io.ymera.security.report;

import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Locale;

/** What a scan comes to. */
@RegisterForReflection
public enum Verdict {
    /** All that was asked for was scanned, and no new finding is as bad as the threshold. */
    PASSED,
    /** A new finding is as bad as the threshold, or worse. */
    FAILED,
    /** There is none, but not all that was asked for was scanned. */
    INCOMPLETE;

    /** In lower case, for JSON. */
    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
