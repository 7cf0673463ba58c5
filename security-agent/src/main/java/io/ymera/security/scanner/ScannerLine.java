package io.ymera.security.scanner;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A line that the scanner writes, one of the two. Nothing of it is believed yet. */
@RegisterForReflection
record ScannerLine(@Nullable Progress progress, @Nullable Result result) {

    /** How far one scan is. */
    @RegisterForReflection
    record Progress(String scan, int done, int total) {}

    /** All that it found; the last line. */
    @RegisterForReflection
    record Result(
            @JsonProperty(required = true) List<@Nullable Done> scans,
            @JsonProperty(required = true) List<@Nullable Found> findings,
            int findingsLeftOut,
            @JsonProperty(required = true) List<@Nullable Found> suppressed,
            @JsonProperty(required = true) List<@Nullable Note> notes,
            @Nullable JsonNode sbom,
            @Nullable JsonNode freshness,
            @Nullable JsonNode licences) {}

    /** A scan, and whether it came to its end. */
    @RegisterForReflection
    record Done(String name, boolean whole) {}

    /** A finding. */
    @RegisterForReflection
    record Found(
            String scan,
            String rule,
            @Nullable List<@Nullable Integer> cwe,
            String severity,
            @Nullable String message,
            @Nullable String fix,
            Location location,
            @Nullable List<@Nullable FlowStep> flow,
            @Nullable Map<String, String> properties,
            String fingerprint,
            @Nullable List<@Nullable Also> also,
            @Nullable Suppressed suppression) {}

    /** The same, as another of its scans found it. */
    @RegisterForReflection
    record Also(String scan, String rule) {}

    /** Why it does not count. */
    @RegisterForReflection
    record Suppressed(
            String kind, @Nullable String reason, @Nullable String expires) {}

    /** A stretch of a file. */
    @RegisterForReflection
    record Location(String path, int line, int column, int endLine, int endColumn) {}

    /** A step of the way of data. */
    @RegisterForReflection
    record FlowStep(Location location, @Nullable String note) {}

    /** What was not, or not wholly, looked at. */
    @RegisterForReflection
    record Note(@Nullable String scan, @Nullable String path, String text) {}
}
