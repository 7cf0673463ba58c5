package io.ymera.manager.workflow;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.ymera.manager.workflow.WatchRepository.Counts;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.function.ToLongFunction;
import org.jboss.logging.Logger;

/** Shows how many workflows there are to look after. Every manager shows the same: take one's value, not the sum. */
@Singleton
class WorkflowGauges {

    private static final Logger LOG = Logger.getLogger(WorkflowGauges.class);

    private final WatchRepository repository;
    private final Clock clock;
    private volatile Counts counts = Counts.NOTHING;

    WorkflowGauges(WatchRepository repository, Clock clock, MeterRegistry metrics) {
        this.repository = repository;
        this.clock = clock;
        gauge(metrics, "ymera.workflows.unfinished", "Workflows that have not ended", Counts::unfinished);
        gauge(
                metrics,
                "ymera.workflows.stuck",
                "Those of them that an error of ours keeps from going on",
                Counts::stuck);
        gauge(metrics, "ymera.workflows.approvals", "Approvals that wait for somebody", Counts::approvals);
        gauge(
                metrics,
                "ymera.workflows.approvals.overdue",
                "Those of them whose time has run out without anything having come of it yet",
                Counts::overdue);
    }

    private void gauge(MeterRegistry metrics, String name, String description, ToLongFunction<Counts> count) {
        Gauge.builder(name, this, gauges -> count.applyAsLong(gauges.counts))
                .description(description)
                .register(metrics);
    }

    @Scheduled(every = "10s", concurrentExecution = SKIP)
    Uni<Void> refresh() {
        return repository
                .count(clock.instant())
                .invoke(counted -> counts = counted)
                .onFailure()
                .invoke(failure -> LOG.debugf("The gauges stay as they are: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }
}
