package io.ymera.manager.report;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.ymera.contracts.task.TaskEvent.Report;
import io.ymera.contracts.task.TaskStatus;
import io.ymera.manager.dispatch.WaitTimes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts reports by their effect and tasks by how they ended; measures how long they waited and ran, by task type. */
@Singleton
public class AttemptMetrics {

    private final MeterRegistry metrics;
    private final WaitTimes waits;
    private final Map<String, Times> times = new ConcurrentHashMap<>();

    AttemptMetrics(MeterRegistry metrics, WaitTimes waits) {
        this.metrics = metrics;
        this.waits = waits;
    }

    /** To be called once for each report, by whoever decides what it does. */
    public void reported(Report report, Effect effect) {
        count(name(report), effect.wireName());
    }

    /** It has no effect, because PostgreSQL or our own code does not take it. */
    void refused(Report report) {
        count(name(report), "refused");
    }

    /** What came on the topic of reports is none. */
    void unreadable() {
        count("unknown", "unreadable");
    }

    private void count(String type, String effect) {
        metrics.counter("ymera.task.reports", "type", type, "effect", effect).increment();
    }

    private static String name(Report report) {
        return report.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** To be called after the commit. */
    void changed(List<TaskRow> rows, Instant now) {
        for (TaskRow row : rows) {
            Instant started = row.startedAt();
            // The start and the end of a short task are often folded in together; a lease starts when it is claimed
            boolean goesOn = row.status() == TaskStatus.RUNNING || row.status().isFinal();
            if (goesOn && started != null && started.equals(now)) {
                waits.started(row.taskType(), row.availableAt(), started);
            }
            if (row.status().isFinal()) {
                metrics.counter("tasks", "status", row.status().wireName(), "type", row.taskType())
                        .increment();
                times(row).inAll().record(Duration.between(row.createdAt(), now));
                if (started != null) {
                    times(row).running().record(Duration.between(started, now));
                }
            }
        }
    }

    /** How long tasks of one type run and take in all. */
    private record Times(Timer running, Timer inAll) {}

    private Times times(TaskRow row) {
        return times.computeIfAbsent(
                row.taskType(), type -> new Times(timer("ymera.task.run", type), timer("ymera.task.total", type)));
    }

    private Timer timer(String name, String type) {
        return Timer.builder(name)
                .tag("type", type)
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofHours(1))
                .register(metrics);
    }
}
