package io.ymera.manager.dispatch;

import io.ymera.contracts.task.AttemptRef;
import io.ymera.contracts.task.Topics;
import io.ymera.manager.dispatch.TaskProducer.Outgoing;
import io.ymera.manager.live.Wakeups;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;

/**
 * Puts assignments on the topics of their task types. Those that Kafka does not take go back into the queue; should this
 * process die before that, they are claimed again when their start is overdue.
 */
@Singleton
class AssignmentPublisher {

    private static final Logger LOG = Logger.getLogger(AssignmentPublisher.class);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final TaskProducer producer;
    private final ClaimRepository repository;
    private final Wakeups wakeups;
    private final Clock clock;
    private volatile Instant pausedUntil = Instant.EPOCH;

    AssignmentPublisher(TaskProducer producer, ClaimRepository repository, Wakeups wakeups, Clock clock) {
        this.producer = producer;
        this.repository = repository;
        this.wakeups = wakeups;
        this.clock = clock;
    }

    /** Whether Kafka took nothing a moment ago, so that claiming more would only move it back and forth. */
    boolean isPaused() {
        return clock.instant().isBefore(pausedUntil);
    }

    /** Sends assignments on their way. Returns at once; never fails. */
    void publish(List<ClaimedTask> tasks) {
        if (tasks.isEmpty()) {
            return;
        }
        List<Outgoing> records = tasks.stream()
                .map(task -> new Outgoing(
                        Topics.assignments(task.taskType(), task.version()),
                        task.taskId().toString(),
                        task))
                .toList();
        producer.send(records)
                .subscribe()
                .with(
                        sent -> giveBackFailed(tasks, sent),
                        failure -> giveBack(tasks.stream().map(ClaimedTask::ref).toList(), failure));
    }

    private void giveBackFailed(List<ClaimedTask> tasks, List<CompletableFuture<Void>> sent) {
        CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).whenComplete((done, failure) -> {
            if (failure != null) {
                List<AttemptRef> failed = new ArrayList<>();
                for (int i = 0; i < tasks.size(); i++) {
                    if (sent.get(i).isCompletedExceptionally()) {
                        failed.add(tasks.get(i).ref());
                    }
                }
                giveBack(failed, failure);
            }
        });
    }

    private void giveBack(List<AttemptRef> claims, Throwable failure) {
        pausedUntil = clock.instant().plus(PAUSE_AFTER_FAILURE);
        LOG.warnf("%d assignments could not be published and wait again: %s", claims.size(), failure.getMessage());
        repository
                .giveBack(claims, "Kafka did not take the assignment")
                .subscribe()
                .with(
                        done -> wakeups.changed(
                                claims.stream().map(AttemptRef::taskId).toList()),
                        lost -> LOG.warnf("They wait until their start is overdue: %s", lost.getMessage()));
    }
}
