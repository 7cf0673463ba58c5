package io.ymera.examination.benchmark;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * How fast a benchmark was before.
 *
 * @param id the benchmark's id in the earlier report
 * @param medianSeconds of a call
 */
@RegisterForReflection
public record Baseline(
        @NotNull @Size(min = 1, max = 1000) String id,
        @NotNull @DecimalMin("0.000000001") Double medianSeconds) {}
