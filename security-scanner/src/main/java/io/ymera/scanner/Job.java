package io.ymera.scanner;

import com.fasterxml.jackson.databind.JsonNode;
import io.ymera.scanner.finding.Severity;
import io.ymera.scanner.report.Baseline;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done.
 *
 * @param root the folder of the code base; nothing in it is written or run
 * @param name of the code base, for the bill of materials
 * @param scans by name, in the order in which they are run
 * @param today what counts as today: no scan looks at a clock
 */
public record Job(Path root, String name, List<String> scans, LocalDate today, Options options) {

    /** Copies the list. */
    public Job {
        scans = List.copyOf(scans);
    }

    /**
     * What may be left out of a job.
     *
     * @param maxFiles how many files are looked at
     * @param maxFileBytes how long a file may be
     * @param historyCommits how many of the newest commits are looked at for secrets; 0 for none
     * @param fingerprintKey with which the values of secrets are hashed; empty if there is none
     * @param advisories a mirror of OSV's data, or null
     * @param licencePolicy as {@code license_scan} reads it, or null for its own
     * @param knownLicences by package URL, for what manifests do not say
     * @param rules folders of more models and rules
     * @param baseline what was known before
     * @param cache a folder that may be written to, for incremental scans, or null
     * @param exposures from where attacks are thought of: {@code remote}, {@code local}, {@code stored}
     * @param failAt the least severity of a new finding with which the code base fails
     * @param maxFindings how many are listed, the worst first; all count
     * @param suppressions whether those in the code base are followed
     * @param sarif whether the SARIF log is wanted
     */
    public record Options(
            int maxFiles,
            long maxFileBytes,
            int historyCommits,
            String fingerprintKey,
            @Nullable Path advisories,
            @Nullable JsonNode licencePolicy,
            Map<String, String> knownLicences,
            List<Path> rules,
            Baseline baseline,
            @Nullable Path cache,
            Set<String> exposures,
            Severity failAt,
            int maxFindings,
            boolean suppressions,
            boolean sarif) {

        /** What holds if nothing is said. */
        public static final Options DEFAULTS = new Options(
                50_000,
                2_000_000,
                1000,
                "",
                null,
                null,
                Map.of(),
                List.of(),
                Baseline.NONE,
                null,
                Set.of("remote", "local", "stored"),
                Severity.HIGH,
                5000,
                true,
                false);

        /** Copies the collections. */
        public Options {
            knownLicences = Map.copyOf(knownLicences);
            rules = List.copyOf(rules);
            exposures = Set.copyOf(exposures);
        }

        /** Without the key. */
        @Override
        public String toString() {
            return "Options[maxFiles=%d, maxFileBytes=%d, …]".formatted(maxFiles, maxFileBytes);
        }
    }
}
