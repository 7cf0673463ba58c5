package io.ymera.manager.queue;

import static io.ymera.manager.QueueFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import io.ymera.contracts.task.TaskEvent.Completed;
import io.ymera.contracts.task.TaskEvent.Progress;
import io.ymera.contracts.task.TaskPriority;
import io.ymera.contracts.task.TaskStatus;
import io.ymera.manager.QueueFixture;
import io.ymera.manager.QuickDeadlines;
import io.ymera.manager.capability.CapabilityVersion;
import io.ymera.manager.dispatch.ClaimedTask;
import io.ymera.manager.queue.Cancellations.Cancelled;
import io.ymera.manager.report.Effect;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Cancelling and queueing again while others are at the same tasks. */
@QuarkusTest
@TestProfile(QuickDeadlines.class)
class CancellationsTest {

    private static final Set<String> ENDS = Set.of("task.completed", "task.cancelled");

    private final CapabilityVersion type = QueueFixture.freshType();

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    QueueFixture queue;

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    Cancellations cancellations;

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    Redrives redrives;

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    Pool pool;

    @Test
    void aTaskThatCompletesWhileItIsCancelledEndsOnce() throws Exception {
        List<UUID> tasks = enqueue(60);
        List<ClaimedTask> claimed = queue.claim(type, 60);
        List<Future<Effect>> progress = new ArrayList<>();
        List<Future<Effect>> reports = new ArrayList<>();
        List<Future<Cancelled>> cancelled = new ArrayList<>();

        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < claimed.size(); i++) {
                ClaimedTask task = claimed.get(i);
                progress.add(threads.submit(() -> queue.report(task, 1, new Progress(0.5, "half"))));
                reports.add(threads.submit(
                        () -> queue.report(task, 2, new Completed(JsonNodeFactory.instance.objectNode()))));
                if (i % 6 == 5) {
                    // Several at a time, in another order than they are locked in
                    List<UUID> some = new ArrayList<>(claimed.subList(i - 5, i + 1).stream()
                            .map(ClaimedTask::taskId)
                            .toList());
                    Collections.reverse(some);
                    cancelled.add(threads.submit(() -> cancel(some)));
                }
            }
        }
        for (Future<Effect> each : progress) {
            each.get();
        }
        int completions = 0;
        for (Future<Effect> report : reports) {
            completions += report.get() == Effect.APPLIED ? 1 : 0;
        }
        int cancellationsDone = 0;
        for (Future<Cancelled> each : cancelled) {
            cancellationsDone += each.get().tasks().size();
            assertThat(each.get().attempts()).hasSameSizeAs(each.get().tasks());
        }

        assertThat(completions + cancellationsDone).isEqualTo(60);
        for (UUID task : tasks) {
            List<String> events = queue.events(task);
            assertThat(events).filteredOn(ENDS::contains).hasSize(1);
            assertThat(events.getLast()).isEqualTo("task." + queue.status(task));
            assertThat(queue.column(task, "event_sequence")).isEqualTo(String.valueOf(events.size()));
            assertThat(queue.column(task, "deadline_at")).isNull();
        }
    }

    @Test
    void whoeverIsQueuedAgainByTwoIsQueuedAgainOnce() throws Exception {
        List<UUID> tasks = enqueue(20);
        cancel(tasks);
        Callable<Map<UUID, TaskStatus>> redrive = () -> await(pool.withTransaction(
                transaction -> redrives.redrive(transaction, tasks, Set.of(TaskStatus.CANCELLED), "ada")));

        int redriven = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<Map<UUID, TaskStatus>> each : threads.invokeAll(Collections.nCopies(4, redrive))) {
                redriven += each.get().size();
            }
        }

        assertThat(redriven).isEqualTo(20);
        for (UUID task : tasks) {
            assertThat(queue.events(task)).containsExactly("task.created", "task.cancelled", "task.redriven");
        }
        assertThat(queue.claim(type, 100)).extracting(ClaimedTask::taskId).containsExactlyInAnyOrderElementsOf(tasks);
    }

    @Test
    void ofThoseThatAreQueuedAgainWithOneKeyOneIsPendingAndTheRestFollow() {
        List<UUID> tasks = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            tasks.add(queue.enqueue(queue.task(type, type.name(), TaskPriority.NORMAL, null, "key")));
        }
        cancel(tasks);

        Map<UUID, TaskStatus> statuses = await(pool.withTransaction(
                transaction -> redrives.redrive(transaction, tasks, Set.of(TaskStatus.CANCELLED), null)));

        assertThat(statuses.values())
                .containsExactlyInAnyOrder(TaskStatus.PENDING, TaskStatus.BLOCKED, TaskStatus.BLOCKED);
        for (UUID task : tasks) {
            ClaimedTask next = queue.claim(type, 10).getFirst();
            assertThat(next.taskId()).isEqualTo(task);
            assertThat(queue.report(next, 1, new Completed(JsonNodeFactory.instance.objectNode())))
                    .isEqualTo(Effect.APPLIED);
        }
    }

    private List<UUID> enqueue(int count) {
        List<UUID> tasks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            tasks.add(queue.enqueue(queue.task(type, "a", TaskPriority.NORMAL, null, null)));
        }
        return tasks;
    }

    private Cancelled cancel(List<UUID> tasks) {
        return await(
                pool.withTransaction(transaction -> cancellations.cancel(transaction, tasks, "not needed", "ada")));
    }
}
