package io.ymera.security.scan;

import io.ymera.security.report.Severity;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done with a code base.
 *
 * @param scans by name, in the order in which they are made
 * @param project whose cache is used; null for none
 * @param minimum what is less bad is left out
 * @param threshold a new finding as bad as this fails; null for none
 * @param baseline fingerprints of what was known before
 * @param exposures from where attacks are thought of; null for everywhere
 * @param historyCommits how far back secrets are looked for
 * @param licencePolicy what is allowed; null for the scanner's own
 * @param advisorySource where vulnerabilities are looked up
 * @param adapters whether other scanners are asked
 */
record Wanted(
        List<String> scans,
        @Nullable String project,
        Severity minimum,
        @Nullable Severity threshold,
        Set<String> baseline,
        @Nullable List<String> exposures,
        int historyCommits,
        @Nullable LicencePolicy licencePolicy,
        AdvisorySource advisorySource,
        boolean adapters) {

    /** These scans, and all else as it is by default. */
    static Wanted of(List<String> scans) {
        return new Wanted(scans, null, Severity.LOW, null, Set.of(), null, 0, null, AdvisorySource.MIRROR, false);
    }

    /** The same for what a request asks. */
    Wanted with(ScanRequest request, Set<String> baseline, @Nullable String project) {
        return new Wanted(
                scans,
                project,
                request.minimumSeverity(),
                request.threshold(),
                baseline,
                exposures,
                historyCommits,
                licencePolicy,
                advisorySource,
                request.adapters());
    }

    Wanted withExposures(@Nullable List<String> exposures) {
        return new Wanted(
                scans,
                project,
                minimum,
                threshold,
                baseline,
                exposures,
                historyCommits,
                licencePolicy,
                advisorySource,
                adapters);
    }

    Wanted withHistory(int commits) {
        return new Wanted(
                scans,
                project,
                minimum,
                threshold,
                baseline,
                exposures,
                commits,
                licencePolicy,
                advisorySource,
                adapters);
    }

    Wanted withLicences(@Nullable LicencePolicy policy) {
        return new Wanted(
                scans,
                project,
                minimum,
                threshold,
                baseline,
                exposures,
                historyCommits,
                policy,
                advisorySource,
                adapters);
    }

    Wanted withAdvisories(AdvisorySource source) {
        return new Wanted(
                scans,
                project,
                minimum,
                threshold,
                baseline,
                exposures,
                historyCommits,
                licencePolicy,
                source,
                adapters);
    }
}
