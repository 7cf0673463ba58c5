package io.ymera.examination.quality;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * What a security scan found, for example in an earlier step of a workflow: a log, or only how much.
 *
 * @param sarif a SARIF 2.1.0 log
 * @param errors how many findings there are of level error
 * @param warnings of level warning
 * @param notes of level note
 */
@RegisterForReflection
public record SecurityInput(
        @Nullable JsonNode sarif,
        @Nullable @Min(0) @Max(1_000_000) Integer errors,
        @Nullable @Min(0) @Max(1_000_000) Integer warnings,
        @Nullable @Min(0) @Max(1_000_000) Integer notes) {}
