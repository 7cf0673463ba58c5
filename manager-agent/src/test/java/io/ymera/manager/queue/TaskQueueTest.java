package io.ymera.manager.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.ymera.contracts.Json;
import io.ymera.contracts.task.TaskEvent.Completed;
import io.ymera.contracts.task.TaskPriority;
import io.ymera.contracts.task.TaskStatus;
import io.ymera.manager.QueueFixture;
import io.ymera.manager.QuickDeadlines;
import io.ymera.manager.capability.CapabilityVersion;
import io.ymera.manager.dispatch.ClaimedTask;
import io.ymera.manager.report.Effect;
import jakarta.inject.Inject;
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

    @Inject
    QueueFixture fixture;

    @Inject
    TaskQueue queue;

    @Inject
    Pool pool;

    private CapabilityVersion type = QueueFixture.freshType();

    @BeforeEach
    void aQueueOfItsOwn() {
        type = QueueFixture.freshType();
    }

    private NewTask task(String owner) {
        return fixture.task(type, owner, TaskPriority.NORMAL, null, null);
    }

    private UUID enqueue(String owner, TaskPriority priority, @Nullable Instant runAt, @Nullable String key) {
        return fixture.enqueue(fixture.task(type, owner, priority, runAt, key));
    }

    private UUID enqueue(String owner) {
        return fixture.enqueue(task(owner));
    }

    private List<UUID> claim(int most) {
        return fixture.claim(type, most).stream().map(ClaimedTask::taskId).toList();
    }

    private void complete(ClaimedTask task) {
        assertThat(fixture.report(task, 1, new Completed(Json.mapper().createObjectNode())))
                .isEqualTo(Effect.APPLIED);
    }

    @Test
    void aUserWithManyWaitingTasksDelaysAnotherOnesByOneRound() {
        List<NewTask> many =
                IntStream.range(0, 10_000).mapToObj(i -> task("busy")).toList();
        QueueFixture.await(pool.withTransaction(transaction -> queue.enqueue(transaction, many)));
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

        assertThat(fixture.status(later)).isEqualTo("scheduled");
        assertThat(claim(1)).isEmpty();
        fixture.awaitStatus(later, "pending");
        assertThat(claim(1)).containsExactly(later);
    }

    @Test
    void ofTheTasksWithOneKeyOneRunsAtATime() {
        UUID first = enqueue("a", TaskPriority.NORMAL, null, "deploy");
        UUID second = enqueue("a", TaskPriority.NORMAL, null, "deploy");
        UUID urgent = enqueue("a", TaskPriority.HIGH, null, "deploy");
        UUID others = enqueue("b", TaskPriority.NORMAL, null, "deploy");

        List<ClaimedTask> claimed = fixture.claim(type, 10);

        assertThat(claimed).extracting(ClaimedTask::taskId).containsExactlyInAnyOrder(first, others);
        assertThat(fixture.status(second)).isEqualTo("blocked");
        claimed.stream().filter(task -> task.taskId().equals(first)).forEach(this::complete);
        assertThat(fixture.status(urgent)).isEqualTo("pending");
        fixture.claim(type, 10).forEach(this::complete);
        assertThat(claim(10)).containsExactly(second);
    }

    @Test
    void aKeyThatNobodyHoldsIsPassedOn() {
        UUID holder = enqueue("a", TaskPriority.NORMAL, null, "lost");
        UUID blocked = enqueue("a", TaskPriority.NORMAL, null, "lost");
        // As if the holder's end and the other's arrival had missed each other
        QueueFixture.await(pool.preparedQuery("DELETE FROM concurrency_keys WHERE task_id = $1")
                .execute(Tuple.of(holder)));

        fixture.awaitStatus(blocked, "pending");
    }

    @Test
    void whatIsHandedInTogetherIsCountedOnce() {
        List<Uni<TaskStatus>> submissions = IntStream.range(0, 200)
                .mapToObj(i -> queue.enqueue(task("owner-" + i % 3)))
                .toList();
        QueueFixture.await(Uni.join().all(submissions).andFailFast());

        assertThat(claim(300)).hasSize(200).doesNotHaveDuplicates();
    }
}
