package io.ymera.examination.quality;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ymera.codebase.Archive;
import io.ymera.codebase.CodeBase;
import io.ymera.codebase.SourceFile;
import io.ymera.examination.benchmark.Baseline;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A code base whose quality is to be verified.
 *
 * @param files all of it, or
 * @param archive all of it in one file
 * @param title what it is called, for people
 * @param previous what earlier verifications said, for trends
 * @param formats which documents to write besides the report: {@code html}, {@code sarif}, {@code junit_xml}
 * @param security what a security scan found; without it there is no security score
 * @param baseline how fast benchmarks were before; without it there is no performance score
 * @param testTimeoutSeconds how long all tests together may take, 600 by default
 */
@RegisterForReflection
public record VerifyQualityRequest(
        @Size(max = 5000) List<@NotNull @Valid SourceFile> files,
        @Nullable @Valid Archive archive,
        @Size(max = 200) String title,
        @Size(max = 100) List<@NotNull @Valid PreviousScores> previous,
        @Size(max = 3) List<@NotNull @Pattern(regexp = "^(?:html|sarif|junit_xml)$") String> formats,
        @Nullable @Valid SecurityInput security,
        @Nullable @Size(max = 1000) List<@NotNull @Valid Baseline> baseline,
        @Min(1) @Max(3600) Integer testTimeoutSeconds)
        implements CodeBase {

    static final String HTML = "html";
    static final String SARIF = "sarif";
    static final String JUNIT_XML = "junit_xml";
    private static final int DEFAULT_TIMEOUT_SECONDS = 600;

    /** Fills the defaults in. */
    public VerifyQualityRequest {
        files = files == null ? List.of() : List.copyOf(files);
        title = title == null || title.isBlank() ? "Code base" : title;
        previous = previous == null ? List.of() : List.copyOf(previous);
        formats = formats == null ? List.of() : List.copyOf(formats);
        baseline = baseline == null ? null : List.copyOf(baseline);
        testTimeoutSeconds = testTimeoutSeconds == null ? DEFAULT_TIMEOUT_SECONDS : testTimeoutSeconds;
    }

    Duration testTimeout() {
        return Duration.ofSeconds(testTimeoutSeconds);
    }
}
