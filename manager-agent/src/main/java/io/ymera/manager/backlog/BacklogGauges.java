package io.ymera.manager.backlog;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.ymera.contracts.task.TaskStatus;
import io.ymera.manager.backlog.Backlogs.Snapshot;
import io.ymera.manager.capability.CapabilityVersion;
import io.ymera.manager.dispatch.Dispatcher.Capacity;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Shows every queue as gauges with the tags {@code type} and {@code version}. Every manager shows the same tasks: take one
 * manager's value, or the greatest, not the sum. A queue that is gone is not shown any more.
 */
@Singleton
class BacklogGauges {

    private static final Logger LOG = Logger.getLogger(BacklogGauges.class);
    private static final List<TaskStatus> UNFINISHED = Arrays.stream(TaskStatus.values())
            .filter(status -> !status.isFinal())
            .toList();

    private final Backlogs backlogs;
    private final Clock clock;
    private final MultiGauge tasks;
    private final MultiGauge oldest;
    private final MultiGauge agents;
    private final MultiGauge slots;
    private final MultiGauge free;

    BacklogGauges(Backlogs backlogs, Clock clock, MeterRegistry metrics) {
        this.backlogs = backlogs;
        this.clock = clock;
        this.tasks = MultiGauge.builder("ymera.queue.tasks")
                .description("Tasks that have not ended")
                .register(metrics);
        this.oldest = MultiGauge.builder("ymera.queue.oldest.age")
                .description("How long the longest waiting task could have been claimed")
                .baseUnit("seconds")
                .register(metrics);
        this.agents = MultiGauge.builder("ymera.queue.agents")
                .description("Online agents that serve the queue from Kafka")
                .register(metrics);
        this.slots = MultiGauge.builder("ymera.queue.slots")
                .description("Slots of these agents")
                .register(metrics);
        this.free = MultiGauge.builder("ymera.queue.slots.free")
                .description("Those of them that can take a task now: the rest of the dispatch window")
                .register(metrics);
    }

    @Scheduled(every = "5s", concurrentExecution = SKIP)
    Uni<Void> refresh() {
        return backlogs.current()
                .invoke(this::show)
                .onFailure()
                .invoke(failure -> LOG.debugf("The gauges stay as they are: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private void show(Snapshot snapshot) {
        Instant now = clock.instant();
        List<Row<?>> depths = new ArrayList<>();
        List<Row<?>> ages = new ArrayList<>();
        for (CapabilityVersion queue : snapshot.queues()) {
            Depth depth = snapshot.depth(queue);
            for (TaskStatus status : UNFINISHED) {
                depths.add(Row.of(tags(queue).and("status", status.wireName()), depth.of(status)));
            }
            ages.add(Row.of(tags(queue), depth.oldestAge(now).toMillis() / 1000.0));
        }
        tasks.register(depths, true);
        oldest.register(ages, true);
        Map<CapabilityVersion, Capacity> capacities = backlogs.capacities(snapshot.queues());
        agents.register(rows(capacities, Capacity::agents), true);
        slots.register(rows(capacities, Capacity::slots), true);
        free.register(rows(capacities, Capacity::free), true);
    }

    private static List<Row<?>> rows(Map<CapabilityVersion, Capacity> capacities, Function<Capacity, Integer> value) {
        List<Row<?>> rows = new ArrayList<>();
        capacities.forEach((queue, capacity) -> rows.add(Row.of(tags(queue), value.apply(capacity))));
        return rows;
    }

    private static Tags tags(CapabilityVersion queue) {
        return Tags.of("type", queue.name(), "version", Integer.toString(queue.version()));
    }
}
