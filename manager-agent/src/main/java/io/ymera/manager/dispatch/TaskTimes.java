package io.ymera.manager.dispatch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Measures how long tasks wait, run and take in all, by task type. Thread-safe. */
@Singleton
public class TaskTimes {

    private record Timers(Timer waiting, Timer running, Timer inAll) {}

    private final MeterRegistry metrics;
    private final Map<String, Timers> byType = new ConcurrentHashMap<>();

    TaskTimes(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    /** An attempt at a task of {@code taskType} has started, which could have run since {@code available}. */
    public void started(String taskType, Instant available, Instant started) {
        of(taskType).waiting().record(Duration.between(available, started));
    }

    /** A task has ended, whose last attempt ran from {@code started} on. */
    public void ran(String taskType, Instant started, Instant ended) {
        of(taskType).running().record(Duration.between(started, ended));
    }

    /** A task has ended that was handed in at {@code created}. */
    public void ended(String taskType, Instant created, Instant ended) {
        of(taskType).inAll().record(Duration.between(created, ended));
    }

    private Timers of(String taskType) {
        return byType.computeIfAbsent(
                taskType,
                type -> new Timers(
                        timer("ymera.task.wait", type),
                        timer("ymera.task.run", type),
                        timer("ymera.task.total", type)));
    }

    private Timer timer(String name, String taskType) {
        return Timer.builder(name)
                .tag("type", taskType)
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofHours(1))
                .register(metrics);
    }
}
