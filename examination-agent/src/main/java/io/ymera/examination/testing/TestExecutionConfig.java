package io.ymera.examination.testing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.ymera.sandbox.Limits;
import java.time.Duration;

/** What the tests of one submission may use. */
@ConfigMapping(prefix = "ymera.test-execution")
public interface TestExecutionConfig {

    /** The most that a request's timeout_seconds is honoured for. */
    @WithDefault("PT30M")
    Duration maxTimeout();

    /** Resident memory, of all processes together. */
    @WithDefault("2048")
    int memoryMib();

    /** Processes and threads together. */
    @WithDefault("256")
    int processes();

    /** Size of each file that is written. */
    @WithDefault("256")
    int fileMib();

    /** Size of all files in the workspace together. */
    @WithDefault("1024")
    int workspaceMib();

    /** Standard output and error together. */
    @WithDefault("64")
    int outputMib();

    /** Size of /tmp, which lives in memory. */
    @WithDefault("256")
    int scratchMib();

    /** How many parts of test runs may run side by side besides the attempts themselves, on the whole agent. */
    @WithDefault("1")
    int extraParts();

    /** Texts of all failures that one process reports, in characters. */
    @WithDefault("500")
    int textsKib();

    /** These limits, with {@code wallTime}, which also bounds the processor time of each process. */
    default Limits limits(Duration wallTime) {
        Limits defaults = Limits.defaults();
        return new Limits(
                wallTime,
                wallTime.plusSeconds(1),
                (long) memoryMib() << 20,
                (long) memoryMib() << 20,
                processes(),
                (long) fileMib() << 20,
                (long) workspaceMib() << 20,
                defaults.openFiles(),
                (long) outputMib() << 20,
                (long) scratchMib() << 20);
    }
}
