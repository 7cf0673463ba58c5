package io.ymera.manager.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.ymera.contracts.task.TaskEvent;
import io.ymera.contracts.task.TaskEvent.Completed;
import io.ymera.contracts.task.TaskPriority;
import io.ymera.contracts.task.TaskStatus;
import io.ymera.contracts.Json;
import io.ymera.manager.QuickDeadlines;
import io.ymera.manager.capability.CapabilityVersion;
import io.ymera.manager.dispatch.ClaimedTask;
import io.ymera.manager.dispatch.Claims;
import io.ymera.manager.report.Attempts;
import io.ymera.manager.report.Effect;
import io.ymera.persistence.Ids;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No agent serves these queues, so that what is claimed, and when, is up to the tests. */
@QuarkusTest
@TestProfile(QuickDeadlines.class)
class TaskQueueTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final UUID AGENT = UUID.randomUUID();

    @Inject
    TaskQueue queue;

    @Inject
    Claims claims;

    @Inject
    Attempts attempts;

    @Inject
    Ids ids;

    @Inject
    Pool pool;

    private CapabilityVersion type = new CapabilityVersion("none", 1);

    @BeforeEach
    void aQueueOfItsOwn() {
        type = new CapabilityVersion("queue_" + Long.toString(System.nanoTime(), 36), 1);
    }

    private NewTask task(String owner, TaskPriority priority, @Nullable Instant runAt, @Nullable String key) {
        return new NewTask(
                ids.next(),
                owner,
                "t",
                null,
                type.name(),
                type.version(),
                "{}",
                priority,
                runAt,
                NewTask.Limits.DEFAULT,
                NewTask.Retry.DEFAULT,
                key,
                NewTask.Links.NONE);
    }

    private NewTask task(String owner) {
        return task(owner, TaskPriority.NORMAL, null, null);
    }

    private UUID enqueue(String owner, TaskPriority priority, @Nullable Instant runAt, @Nullable String key) {
        NewTask task = task(owner, priority, runAt, key);
        await(queue.enqueue(task));
        return task.id();
    }

    private UUID enqueue(String owner) {
        return enqueue(owner, TaskPriority.NORMAL, null, null);
    }

    private List<UUID> claim(int most) {
        return claimTasks(most).stream().map(ClaimedTask::taskId).toList();
    }

    private List<ClaimedTask> claimTasks(int most) {
        return await(claims.lease(AGENT, List.of(type), most));
    }

    private void complete(ClaimedTask task) {
        TaskEvent event = new TaskEvent(
                task.ref(), AGENT, 1, Instant.now(), new Completed(Json.mapper().createObjectNode()));
        assertThat(await(attempts.report(event))).isEqualTo(Effect.APPLIED);
    }

    private String status(UUID task) {
        return await(pool.preparedQuery("SELECT status FROM tasks WHERE id = $1")
                        .execute(Tuple.of(task)))
                .iterator()
                .next()
                .getString(0);
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(PATIENCE);
    }

    @Test
    void aUserWithManyWaitingTasksDelaysAnotherOnesByOneRound() {
        List<NewTask> many = IntStream.range(0, 10_000)
                .mapToObj(i -> task("busy"))
                .toList();
        await(pool.withTransaction(transaction -> queue.enqueue(transaction, many)));
        claim(50);

        UUID single = enqueue("modest");

        // One round: one task of each
        assertThat(claim(2)).contains(single);
    }

    @Test
    void usersTakeTurnsAndTheirOwnTasksKeepTheirOrder() {
        UUID a1 = enqueue("a");
        UUID a2 = enqueue("a");
        UUID a3 = enqueue("a");
        UUID b1 = enqueue("b");
        UUID b2 = enqueue("b");

        assertThat(claim(5)).containsExactly(a1, b1, a2, b2, a3);
    }

    @Test
    void whoComesLateIsNotPaidForTheTimeBefore() {
        for (int i = 0; i < 5; i++) {
            enqueue("a");
        }
        claim(5);
        UUID b1 = enqueue("b");
        UUID b2 = enqueue("b");
        UUID b3 = enqueue("b");
        UUID a1 = enqueue("a");

        assertThat(claim(4)).containsExactly(b1, a1, b2, b3);
    }

    @Test
    void moreUrgentTasksOvertakeWhoeverTheyBelongTo() {
        UUID low = enqueue("a", TaskPriority.LOW, null, null);
        UUID normal = enqueue("b", TaskPriority.NORMAL, null, null);
        UUID critical = enqueue("b", TaskPriority.CRITICAL, null, null);

        assertThat(claim(3)).containsExactly(critical, normal, low);
    }

    @Test
    void aScheduledTaskWaitsForItsTimeAndThenForItsTurn() {
        UUID later = enqueue("a", TaskPriority.NORMAL, Instant.now().plusSeconds(2), null);

        assertThat(status(later)).isEqualTo("scheduled");
        assertThat(claim(1)).isEmpty();
        awaitStatus(later, "pending");
        assertThat(claim(1)).containsExactly(later);
    }

    @Test
    void ofTheTasksWithOneKeyOneRunsAtATime() {
        UUID first = enqueue("a", TaskPriority.NORMAL, null, "deploy");
        UUID second = enqueue("a", TaskPriority.NORMAL, null, "deploy");
        UUID urgent = enqueue("a", TaskPriority.HIGH, null, "deploy");
        UUID others = enqueue("b", TaskPriority.NORMAL, null, "deploy");

        List<ClaimedTask> claimed = claimTasks(10);

        assertThat(claimed).extracting(ClaimedTask::taskId).containsExactlyInAnyOrder(first, others);
        assertThat(status(second)).isEqualTo("blocked");
        claimed.stream().filter(task -> task.taskId().equals(first)).forEach(this::complete);
        assertThat(status(urgent)).isEqualTo("pending");
        claimTasks(10).forEach(this::complete);
        assertThat(claim(10)).containsExactly(second);
    }

    @Test
    void aKeyThatNobodyHoldsIsPassedOn() {
        UUID holder = enqueue("a", TaskPriority.NORMAL, null, "lost");
        UUID blocked = enqueue("a", TaskPriority.NORMAL, null, "lost");
        // As if the holder's end and the other's arrival had missed each other
        await(pool.preparedQuery("DELETE FROM concurrency_keys WHERE task_id = $1")
                .execute(Tuple.of(holder)));

        awaitStatus(blocked, "pending");
    }

    @Test
    void whatIsHandedInTogetherIsCountedOnce() {
        List<Uni<TaskStatus>> submissions = IntStream.range(0, 200)
                .mapToObj(i -> queue.enqueue(task("owner-" + i % 3)))
                .toList();
        await(Uni.join().all(submissions).andFailFast());

        assertThat(claim(300)).hasSize(200).doesNotHaveDuplicates();
    }

    private void awaitStatus(UUID task, String wanted) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!status(task).equals(wanted)) {
            assertThat(Instant.now()).as("task %s is %s, not %s", task, status(task), wanted).isBefore(end);
            Thread.onSpinWait();
        }
    }
}
