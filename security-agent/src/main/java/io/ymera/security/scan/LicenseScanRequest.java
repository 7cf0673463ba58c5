package io.ymera.security.scan;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ymera.codebase.Archive;
import io.ymera.codebase.SourceFile;
import io.ymera.security.report.Baseline;
import io.ymera.security.report.Severity;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A code base whose dependencies' licences are to be looked at.
 *
 * @param files all of it; this or {@code archive}
 * @param archive all of it in one file
 * @param project a name for the code base that stays, for incremental scans where the operator allows them
 * @param minimumSeverity what is less bad is counted and left out; {@code low} by default
 * @param failOn with a new finding as bad as this the scan has failed; {@code high} by default, {@code never} for none
 * @param baseline what was known before
 * @param licencePolicy what is allowed; by default what suits a program that is passed on
 * @param adapters whether other scanners are asked, where they are installed; true by default
 * @param sarif whether the report is wanted as a SARIF 2.1.0 log too; false by default
 */
@RegisterForReflection
public record LicenseScanRequest(
        @Size(max = 5000) List<@NotNull @Valid SourceFile> files,
        @Valid @Nullable Archive archive,
        @Nullable @Size(min = 1, max = 200) String project,
        Severity minimumSeverity,
        @Pattern(regexp = ScanRequest.FAIL_ON) String failOn,
        @Valid @Nullable Baseline baseline,
        @Valid @Nullable LicencePolicy licencePolicy,
        Boolean adapters,
        Boolean sarif)
        implements ScanRequest {

    /** Fills the defaults in. */
    public LicenseScanRequest {
        files = files == null ? List.of() : List.copyOf(files);
        minimumSeverity = Objects.requireNonNullElse(minimumSeverity, Severity.LOW);
        failOn = Objects.requireNonNullElse(failOn, "high");
        adapters = Objects.requireNonNullElse(adapters, true);
        sarif = Objects.requireNonNullElse(sarif, false);
    }
}
