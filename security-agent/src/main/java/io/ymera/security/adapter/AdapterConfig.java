package io.ymera.security.adapter;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.ymera.sandbox.Limits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Other scanners: which are used, where they are, and what each may use. */
@ConfigMapping(prefix = "ymera.adapters")
public interface AdapterConfig {

    /** Which are used: {@code spotbugs, bandit, eslint, semgrep, trivy, gitleaks}, or {@code none}. */
    @WithDefault("spotbugs,bandit,eslint,semgrep,trivy,gitleaks")
    Set<String> enabled();

    /** Bandit; without it, the one on the path. */
    Optional<Path> bandit();

    /** Semgrep; without it, the one on the path. */
    Optional<Path> semgrep();

    /** Rules for Semgrep, a file or a folder: there is no network to fetch any from. */
    Optional<Path> semgrepRules();

    /** Trivy; without it, the one on the path. */
    Optional<Path> trivy();

    /** Trivy's cache folder with its database of vulnerabilities; without it, Trivy does not look for any. */
    Optional<Path> trivyCache();

    /** gitleaks; without it, the one on the path. */
    Optional<Path> gitleaks();

    /** How long one may take. */
    @WithDefault("PT5M")
    Duration timeout();

    /** Resident memory of one. */
    @WithDefault("2048")
    int memoryMib();

    /** What one may write. */
    @WithDefault("32")
    int outputMib();

    /** The limits of one's process. */
    default Limits limits(Duration wallTime) {
        return Limits.defaults()
                .withWallTime(wallTime)
                .withCpuTime(wallTime.multipliedBy(4).plusSeconds(1))
                .withMemoryBytes((long) memoryMib() << 20)
                .withAddressSpaceBytes(Limits.UNLIMITED)
                .withOutputBytes((long) outputMib() << 20);
    }
}
