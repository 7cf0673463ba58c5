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
import org.jspecify.annotations.Nullable;

/** Counts reports by their effect and tasks by how they ended; measures how long they waited and ran, by task type. */
@Singleton
public class AttemptMetrics {

    private final MeterRegistry metrics;
    private final WaitTimes waits;

    AttemptMetrics(MeterRegistry metrics, WaitTimes waits) {
        this.metrics = metrics;
        this.waits = waits;
    }

    /** To be called once for each report, by whoever decides what it does. */
    public void reported(Report report, Effect effect) {
        String type = report.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        metrics.counter("ymera.task.reports", "type", type, "effect", effect.wireName())
                .increment();
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
                time("ymera.task.run", row, started, now);
                time("ymera.task.total", row, row.createdAt(), now);
            }
        }
    }

    private void time(String name, TaskRow row, @Nullable Instant from, Instant to) {
        if (from != null) {
            Timer.builder(name)
                    .tag("type", row.taskType())
                    .publishPercentileHistogram()
                    .minimumExpectedValue(Duration.ofMillis(1))
                    .maximumExpectedValue(Duration.ofHours(1))
                    .register(metrics)
                    .record(Duration.between(from, to));
        }
    }
}
