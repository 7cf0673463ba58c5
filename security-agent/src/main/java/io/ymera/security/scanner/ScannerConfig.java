package io.ymera.security.scanner;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.ymera.sandbox.Limits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What our scanner may use for one code base, and what its operator gives it to read. */
@ConfigMapping(prefix = "ymera.scanner")
public interface ScannerConfig {

    /** How long it may take for all scans of a task together. */
    @WithDefault("PT10M")
    Duration timeout();

    /** Resident memory; three quarters of it are the heap. */
    @WithDefault("1536")
    int memoryMib();

    /** What it may write; one that writes more is stopped, and what it said is not known. */
    @WithDefault("64")
    int outputMib();

    /** How many files are looked at. */
    @WithDefault("20000")
    int maxFiles();

    /** The largest file that is looked at. */
    @WithDefault("2048")
    int fileKib();

    /** A mirror of OSV's advisories: a folder or a zip. Without it no vulnerability of a dependency is known. */
    Optional<Path> advisories();

    /** A folder of the operator's own models and rules, beside those that the scanner brings. */
    Optional<Path> rules();

    /** With which the values of secrets are hashed, so that the same one is known again; without it passwords are not hashed. */
    Optional<String> fingerprintKey();

    /** Incremental scans. */
    Cache cache();

    /** What is kept from one scan of a project to the next. */
    interface Cache {

        /**
         * Whether anything is kept. Off by default: agents are not told whose task they run, so a project of one user can't be told
         * from a project of another that is called the same. Only for agents all of whose users may see each other's code.
         */
        @WithDefault("false")
        boolean enabled();

        /** Where. */
        Optional<Path> folder();

        /** How much of one project. */
        @WithDefault("64")
        int projectMib();

        /** How many projects; the one that was scanned longest ago makes room. */
        @WithDefault("100")
        int projects();
    }

    /** The limits of its process. */
    default Limits limits(Duration wallTime) {
        return Limits.defaults()
                .withWallTime(wallTime)
                .withCpuTime(wallTime.multipliedBy(4).plusSeconds(1))
                .withMemoryBytes((long) memoryMib() << 20)
                .withAddressSpaceBytes(Limits.UNLIMITED)
                .withOutputBytes((long) outputMib() << 20);
    }
}
