package io.ymera.examination.benchmark;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/**
 * What a harness is told, as JSON on its standard input, which it reads to its end before it loads any code of the project.
 *
 * @param key of the {@link io.ymera.examination.lab.Seal}
 * @param path the file, relative to the code base
 * @param function the benchmark to measure; null: say which there are
 * @param rounds how often it is measured
 * @param roundSeconds how long a round takes at least, so that the clock's resolution does not matter
 * @param warmUpSeconds how long it is called before the first round, so that caches are filled and code is compiled
 * @param budgetSeconds after so long there are no more rounds, once there are three
 */
@RegisterForReflection
record BenchmarkJob(
        String key,
        String path,
        @Nullable String function,
        int rounds,
        double roundSeconds,
        double warmUpSeconds,
        double budgetSeconds) {}
