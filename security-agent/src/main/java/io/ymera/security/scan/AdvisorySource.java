package io.ymera.security.scan;

import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Locale;

/** Where vulnerabilities are looked up. */
@RegisterForReflection
public enum AdvisorySource {
    /** The operator's mirror of OSV's advisories. */
    MIRROR,
    /** OSV's API. */
    API;

    /** In lower case, for JSON. */
    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
