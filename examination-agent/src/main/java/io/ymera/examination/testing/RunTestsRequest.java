package io.ymera.examination.testing;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ymera.examination.source.SourceFile;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * A Python project whose tests are to be run.
 *
 * @param files all of the project
 * @param framework {@code pytest}, {@code unittest}, or {@code auto} (the default): pytest where it is installed, which also
 *     runs unittest-style tests
 * @param timeoutSeconds how long the tests may take, 600 by default
 */
@RegisterForReflection
public record RunTestsRequest(
        @NotNull @Size(min = 1, max = 5000) List<@NotNull @Valid SourceFile> files,
        @Pattern(regexp = "^(?:auto|pytest|unittest)$") String framework,
        @Min(1) @Max(3600) Integer timeoutSeconds) {

    static final String AUTO = "auto";
    static final String PYTEST = "pytest";
    static final String UNITTEST = "unittest";
    private static final int DEFAULT_TIMEOUT_SECONDS = 600;

    /** Fills the defaults in. */
    public RunTestsRequest {
        files = files == null ? List.of() : List.copyOf(files);
        framework = framework == null ? AUTO : framework;
        timeoutSeconds = timeoutSeconds == null ? DEFAULT_TIMEOUT_SECONDS : timeoutSeconds;
    }
}
