package io.ymera.manager.report;

import io.micrometer.core.instrument.MeterRegistry;
import io.ymera.contracts.task.TaskEvent.Report;
import io.ymera.contracts.task.TaskStatus;
import io.ymera.manager.dispatch.TaskTimes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Counts reports by their effect and tasks by how they ended; measures how long they waited and ran, by task type. */
@Singleton
public class AttemptMetrics {

    private final MeterRegistry metrics;
    private final TaskTimes times;

    AttemptMetrics(MeterRegistry metrics, TaskTimes times) {
        this.metrics = metrics;
        this.times = times;
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
                times.started(row.taskType(), row.availableAt(), started);
            }
            if (row.status().isFinal()) {
                metrics.counter("tasks", "status", row.status().wireName(), "type", row.taskType())
                        .increment();
                times.ended(row.taskType(), row.createdAt(), now);
                if (started != null) {
                    times.ran(row.taskType(), started, now);
                }
            }
        }
    }
}
