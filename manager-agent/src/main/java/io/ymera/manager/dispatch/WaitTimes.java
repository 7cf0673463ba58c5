package io.ymera.manager.dispatch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/** Measures how long tasks could have run before an attempt at them started. */
@Singleton
public class WaitTimes {

    private final MeterRegistry metrics;

    WaitTimes(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    /** An attempt at a task of {@code taskType} has started, which could have run since {@code available}. */
    public void started(String taskType, Instant available, Instant started) {
        Timer.builder("ymera.task.wait")
                .tag("type", taskType)
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofHours(1))
                .register(metrics)
                .record(Duration.between(available, started));
    }
}
