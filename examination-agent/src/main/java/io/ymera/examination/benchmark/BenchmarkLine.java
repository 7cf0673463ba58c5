package io.ymera.examination.benchmark;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line of a harness; see {@code bench_python.py}. Which members an event has is up to whoever wrote it. */
@RegisterForReflection
record BenchmarkLine(
        @Nullable String event,
        @Nullable List<String> functions,
        @Nullable Integer processors,
        @Nullable String model,
        @Nullable String runtime,
        @Nullable Long iterations,
        @Nullable List<Double> seconds,
        @Nullable Long peakMemoryBytes,
        @Nullable String text) {}
