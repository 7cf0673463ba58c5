package io.ymera.examination.analysis;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code pmd check --format json} writes. */
@RegisterForReflection
record PmdReport(
        @JsonProperty(value = "files", required = true) List<ExaminedFile> files,

        @JsonProperty(value = "processingErrors", required = true)
        List<ProcessingError> processingErrors) {

    /** A file that violates something. */
    @RegisterForReflection
    record ExaminedFile(
            @JsonProperty(value = "filename", required = true)
            String filename,

            @JsonProperty(value = "violations", required = true)
            List<Violation> violations) {}

    /** One violation; priorities go from 1, the worst, to 5. */
    @RegisterForReflection
    record Violation(
            @JsonProperty("beginline") int beginLine,
            @JsonProperty("begincolumn") int beginColumn,
            @JsonProperty("endline") int endLine,

            @JsonProperty(value = "description", required = true)
            String description,

            @JsonProperty(value = "rule", required = true) String rule,

            @JsonProperty(value = "ruleset", required = true)
            String ruleset,

            @JsonProperty("priority") int priority,
            @JsonProperty("externalInfoUrl") @Nullable String externalInfoUrl) {}

    /** A file that it could not read, or a rule that broke on it. */
    @RegisterForReflection
    record ProcessingError(
            @JsonProperty(value = "filename", required = true)
            String filename,

            @JsonProperty(value = "message", required = true)
            String message) {}
}
