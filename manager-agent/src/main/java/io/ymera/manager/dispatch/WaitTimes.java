package io.ymera.manager.dispatch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Measures how long tasks could have run before an attempt at them started. Thread-safe. */
@Singleton
public class WaitTimes {

    private final MeterRegistry metrics;
    private final Map<String, Timer> byType = new ConcurrentHashMap<>();

    WaitTimes(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    /** An attempt at a task of {@code taskType} has started, which could have run since {@code available}. */
    public void started(String taskType, Instant available, Instant started) {
        byType.computeIfAbsent(taskType, this::timer).record(Duration.between(available, started));
    }

    private Timer timer(String taskType) {
        return Timer.builder("ymera.task.wait")
                .tag("type", taskType)
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofHours(1))
                .register(metrics);
    }
}
