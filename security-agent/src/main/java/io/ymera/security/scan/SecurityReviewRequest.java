package io.ymera.security.scan;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ymera.codebase.Archive;
import io.ymera.codebase.SourceFile;
import io.ymera.security.report.Baseline;
import io.ymera.security.report.Severity;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A code base that is to be looked at by all scans.
 *
 * @param files all of it; this or {@code archive}
 * @param archive all of it in one file
 * @param project a name for the code base that stays, for incremental scans where the operator allows them
 * @param minimumSeverity what is less bad is counted and left out; {@code low} by default
 * @param failOn with a new finding as bad as this the scan has failed; {@code high} by default, {@code never} for none
 * @param baseline what was known before
 * @param exposures from where attacks are thought of: any of {@code remote, local, stored}; all by default
 * @param historyCommits how many of the newest commits are looked at, if {@code .git} is in the code base; 1000 by default
 * @param licencePolicy what is allowed; by default what suits a program that is passed on
 * @param advisorySource where vulnerabilities are looked up: {@code mirror}, the operator's (the default), or {@code api}, OSV's, if the operator allows it
 * @param adapters whether other scanners are asked, where they are installed; true by default
 * @param sarif whether the report is wanted as a SARIF 2.1.0 log too; false by default
 */
@RegisterForReflection
public record SecurityReviewRequest(
        @Size(max = 5000) List<@NotNull @Valid SourceFile> files,
        @Valid @Nullable Archive archive,
        @Nullable @Size(min = 1, max = 200) String project,
        Severity minimumSeverity,
        @Pattern(regexp = ScanRequest.FAIL_ON) String failOn,
        @Valid @Nullable Baseline baseline,
        @Nullable @Size(min = 1, max = 3) List<@NotNull @Pattern(regexp = ScanRequest.EXPOSURE) String> exposures,
        @Min(0) @Max(20_000) Integer historyCommits,
        @Valid @Nullable LicencePolicy licencePolicy,
        AdvisorySource advisorySource,
        Boolean adapters,
        Boolean sarif)
        implements ScanRequest {

    /** Fills the defaults in. */
    public SecurityReviewRequest {
        files = files == null ? List.of() : List.copyOf(files);
        minimumSeverity = Objects.requireNonNullElse(minimumSeverity, Severity.LOW);
        failOn = Objects.requireNonNullElse(failOn, "high");
        exposures = exposures == null ? null : List.copyOf(exposures);
        historyCommits = Objects.requireNonNullElse(historyCommits, 1000);
        advisorySource = Objects.requireNonNullElse(advisorySource, AdvisorySource.MIRROR);
        adapters = Objects.requireNonNullElse(adapters, true);
        sarif = Objects.requireNonNullElse(sarif, false);
    }
}
