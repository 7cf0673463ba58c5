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
 * A code base whose tests are to be run.
 *
 * @param files all of it; this or {@code archive}
 * @param archive all of it in one file
 * @param framework {@code auto} (the default): for each language what the project uses; for Python that is pytest where it is
 *     installed, which also runs unittest-style tests
 * @param timeoutSeconds how long the tests may take together, 600 by default
 * @param testTimeoutSeconds how long each may take, 120 by default
 * @param shards in how many parts they are run, side by side where there is room; 1 by default
 * @param reruns how often what failed is run again to tell what is flaky; 2 by default
 * @param junitXml whether the report is wanted as JUnit XML too
 */
@RegisterForReflection
public record RunTestsRequest(
        @Size(max = 5000) List<@NotNull @Valid SourceFile> files,
        @Valid @Nullable Archive archive,
        @Pattern(regexp = RunTestsRequest.FRAMEWORKS) String framework,
        @Min(1) @Max(3600) Integer timeoutSeconds,
        @Min(1) @Max(3600) Integer testTimeoutSeconds,
        @Min(1) @Max(8) Integer shards,
        @Min(0) @Max(5) Integer reruns,
        Boolean junitXml)
        implements CodeBase {

    static final String FRAMEWORKS = "^(?:auto|pytest|unittest|junit|node|jest|mocha|tap|vitest)$";

    /** Fills the defaults in. */
    public RunTestsRequest {
        files = files == null ? List.of() : List.copyOf(files);
        framework = framework == null ? TestOptions.AUTO : framework;
        timeoutSeconds = Objects.requireNonNullElse(timeoutSeconds, (int) TestOptions.DEFAULT_TIMEOUT.toSeconds());
        testTimeoutSeconds =
                Objects.requireNonNullElse(testTimeoutSeconds, (int) TestOptions.DEFAULT_TEST_TIMEOUT.toSeconds());
        shards = Objects.requireNonNullElse(shards, 1);
        reruns = Objects.requireNonNullElse(reruns, TestOptions.DEFAULT_RERUNS);
        junitXml = Objects.requireNonNullElse(junitXml, false);
    }

    TestOptions options() {
        return new TestOptions(
                framework,
                Duration.ofSeconds(timeoutSeconds),
                Duration.ofSeconds(testTimeoutSeconds),
                shards,
                reruns,
                false);
    }
}
