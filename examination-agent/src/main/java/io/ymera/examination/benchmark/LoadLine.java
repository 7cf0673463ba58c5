package io.ymera.examination.benchmark;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One line of {@code load_http.py}. Which members an event has is up to it; those of a result are those of {@link LoadResult}. */
@RegisterForReflection
record LoadLine(
        @Nullable String event,
        @Nullable Integer processors,
        @Nullable String model,
        @Nullable String runtime,
        @Nullable Double seconds,
        @Nullable Integer second,
        @Nullable Integer sent,
        @Nullable Integer failed,
        @Nullable String kind,
        @Nullable String text,
        @Nullable Integer due,
        @Nullable Integer succeeded,
        @Nullable Double achievedRate,
        @Nullable Latency latency,
        @Nullable Map<String, Integer> errors,
        @Nullable Map<String, Integer> statuses,
        @Nullable List<LoadResult.OfRequest> requests,
        @Nullable List<LoadResult.Second> timeline,
        @Nullable Double lagP99Seconds,
        @Nullable Long peakMemoryBytes,
        @Nullable Double serverEndedAtSeconds,
        @Nullable String serverEnded,
        @Nullable String serverOutput) {}
