package io.ymera.examination.benchmark;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ymera.codebase.Archive;
import io.ymera.codebase.CodeBase;
import io.ymera.codebase.SourceFile;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A code base whose benchmarks are to be measured.
 *
 * @param files all of it, or
 * @param archive all of it in one file
 * @param baseline how fast they were before: what an earlier report said, on the same machine
 * @param tolerance the share by which one may be slower than its baseline, 0.10 by default
 * @param rounds how often each is measured, 10 by default
 * @param timeoutSeconds for all of them together, 600 by default
 */
@RegisterForReflection
public record PerformanceBenchmarkRequest(
        @Size(max = 5000) List<@NotNull @Valid SourceFile> files,
        @Nullable @Valid Archive archive,
        @Size(max = 1000) List<@NotNull @Valid Baseline> baseline,
        @DecimalMin("0") @DecimalMax("10") Double tolerance,
        @Min(3) @Max(100) Integer rounds,
        @Min(1) @Max(3600) Integer timeoutSeconds)
        implements CodeBase {

    private static final int DEFAULT_TIMEOUT_SECONDS = 600;

    /** Fills the defaults in. */
    public PerformanceBenchmarkRequest {
        files = files == null ? List.of() : List.copyOf(files);
        baseline = baseline == null ? List.of() : List.copyOf(baseline);
        tolerance = tolerance == null ? BenchmarkOptions.TOLERANCE : tolerance;
        rounds = rounds == null ? BenchmarkOptions.ROUNDS : rounds;
        timeoutSeconds = timeoutSeconds == null ? DEFAULT_TIMEOUT_SECONDS : timeoutSeconds;
    }

    BenchmarkOptions options() {
        return new BenchmarkOptions(baseline, tolerance, rounds, Duration.ofSeconds(timeoutSeconds));
    }
}
