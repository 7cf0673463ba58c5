package io.ymera.security.scanner;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job as the scanner reads it on its standard input.
 *
 * @param root the code base's folder, as the scanner sees it
 * @param scans by name
 * @param today a date, as in 2026-11-26: the scanner looks at no clock
 */
@RegisterForReflection
record ScannerJob(String root, List<String> scans, String today, Options options) {

    /** What may be left out; what is null is. */
    @RegisterForReflection
    record Options(
            int maxFiles,
            long maxFileBytes,
            int historyCommits,
            @Nullable String fingerprintKey,
            @Nullable String advisories,
            @Nullable JsonNode licencePolicy,
            @Nullable List<String> rules,
            @Nullable String cache,
            @Nullable List<String> exposures,
            int maxFindings) {}
}
