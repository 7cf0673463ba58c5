package io.ymera.examination.analysis;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.ymera.sandbox.Limits;
import java.time.Duration;

/** What the tools that read a submission may use, each of them. */
@ConfigMapping(prefix = "ymera.analysis")
public interface AnalysisConfig {

    /** How long one tool may take for all that it reads. */
    @WithDefault("PT3M")
    Duration toolTimeout();

    /** How long reading one file may take, where a tool reads each by itself. */
    @WithDefault("PT20S")
    Duration fileTimeout();

    /** Resident memory. */
    @WithDefault("1024")
    int memoryMib();

    /** What a tool may write; one that writes more is stopped, and what it said is not known. */
    @WithDefault("32")
    int outputMib();

    /** The largest file that is read: what is larger was not written by people. */
    @WithDefault("1024")
    int fileKib();

    /** These limits for a tool that may take this long. */
    default Limits limits(Duration wallTime) {
        return Limits.defaults()
                .withWallTime(wallTime)
                .withCpuTime(wallTime.multipliedBy(2).plusSeconds(1))
                .withMemoryBytes((long) memoryMib() << 20)
                .withAddressSpaceBytes(Limits.UNLIMITED)
                .withOutputBytes((long) outputMib() << 20);
    }

    /** {@link #fileKib} in bytes. */
    default int fileBytes() {
        return fileKib() << 10;
    }
}
