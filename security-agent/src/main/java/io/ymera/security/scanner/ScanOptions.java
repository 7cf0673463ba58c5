package io.ymera.security.scanner;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one run of the scanner does.
 *
 * @param scans by name
 * @param project whose cache is used; null for none
 * @param exposures from where attacks are thought of; null for everywhere
 * @param historyCommits how many of the newest commits are looked at for secrets
 * @param licencePolicy as {@code license_scan} takes it; null for its own
 * @param advisories what is known of vulnerabilities
 */
public record ScanOptions(
        List<String> scans,
        @Nullable String project,
        @Nullable List<String> exposures,
        int historyCommits,
        @Nullable JsonNode licencePolicy,
        Optional<Path> advisories) {

    /** Copies the lists. */
    public ScanOptions {
        scans = List.copyOf(scans);
        exposures = exposures == null ? null : List.copyOf(exposures);
    }
}
