package io.ymera.examination.testing;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ymera.codebase.Archive;
import io.ymera.codebase.CodeBase;
import io.ymera.codebase.SourceFile;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A code base of which is to be known what its tests execute.
 *
 * @param files all of it; this or {@code archive}
 * @param archive all of it in one file
 * @param framework as in {@link RunTestsRequest}
 * @param timeoutSeconds how long the tests may take together, 600 by default
 * @param testTimeoutSeconds how long each may take, 120 by default
 */
@RegisterForReflection
public record CoverageRequest(
        @Size(max = 5000) List<@NotNull @Valid SourceFile> files,
        @Valid @Nullable Archive archive,
        @Pattern(regexp = RunTestsRequest.FRAMEWORKS) String framework,
        @Min(1) @Max(3600) Integer timeoutSeconds,
        @Min(1) @Max(3600) Integer testTimeoutSeconds)
        implements CodeBase {

    /** Fills the defaults in. */
    public CoverageRequest {
        files = files == null ? List.of() : List.copyOf(files);
        framework = framework == null ? TestOptions.AUTO : framework;
        timeoutSeconds = Objects.requireNonNullElse(timeoutSeconds, (int) TestOptions.DEFAULT_TIMEOUT.toSeconds());
        testTimeoutSeconds =
                Objects.requireNonNullElse(testTimeoutSeconds, (int) TestOptions.DEFAULT_TEST_TIMEOUT.toSeconds());
    }

    TestOptions options() {
        return new TestOptions(
                framework, Duration.ofSeconds(timeoutSeconds), Duration.ofSeconds(testTimeoutSeconds), 1, 0, true);
    }
}
