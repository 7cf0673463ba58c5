package io.ymera.manager.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.ymera.contracts.task.TaskEvent.Failed;
import io.ymera.contracts.task.TaskEvent.Released;
import io.ymera.contracts.task.TaskFailure;
import io.ymera.manager.QueueFixture;
import io.ymera.manager.QuickDeadlines;
import io.ymera.manager.capability.CapabilityVersion;
import io.ymera.manager.dispatch.ClaimedTask;
import io.ymera.manager.queue.NewTask.Limits;
import io.ymera.manager.queue.NewTask.Retry;
import io.ymera.testkit.TestServers;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Attempts that fail, are handed back, lost, or run out of time. */
@QuarkusTest
@TestProfile(QuickDeadlines.class)
class AttemptsTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Retry AT_ONCE = new Retry(3, Duration.ZERO, Duration.ZERO);

    @Inject
    QueueFixture fixture;

    @Inject
    Attempts attempts;

    private final CapabilityVersion type = QueueFixture.freshType();

    private UUID enqueue(Limits limits, Retry retry) {
        return fixture.enqueue(fixture.task(type, limits, retry));
    }

    private ClaimedTask claim() {
        return fixture.claim(type, 1).getFirst();
    }

    private static Failed failure(boolean retryable) {
        return new Failed(new TaskFailure("broken", "It broke", retryable));
    }

    @Test
    void aTaskIsTriedUntilItsBudgetIsSpent() {
        UUID task = enqueue(Limits.DEFAULT, AT_ONCE);
        for (int i = 0; i < 3; i++) {
            fixture.awaitStatus(task, "pending");
            assertThat(fixture.report(claim(), 1, failure(true))).isEqualTo(Effect.APPLIED);
        }

        assertThat(fixture.status(task)).isEqualTo("failed");
        assertThat(fixture.events(task))
                .containsExactly(
                        "task.created",
                        "task.started",
                        "task.retrying",
                        "task.ready",
                        "task.started",
                        "task.retrying",
                        "task.ready",
                        "task.started",
                        "task.failed");
    }

    @Test
    void aFailureThatIsNotRetryableIsTheLast() {
        UUID task = enqueue(Limits.DEFAULT, AT_ONCE);

        fixture.report(claim(), 1, failure(false));

        assertThat(fixture.status(task)).isEqualTo("failed");
    }

    @Test
    void handingBackCostsNothing() {
        UUID task = enqueue(Limits.DEFAULT, new Retry(1, Duration.ZERO, Duration.ZERO));
        for (int i = 0; i < 5; i++) {
            fixture.report(claim(), 1, new Released("The agent was stopped"));
        }

        assertThat(fixture.status(task)).isEqualTo("pending");
        assertThat(fixture.column(task, "failed_attempts")).isEqualTo("0");
        assertThat(claim().attempt()).isEqualTo(6);
    }

    @Test
    void aTaskThatTakesItsAgentsDownIsGivenUp() {
        UUID task = enqueue(Limits.DEFAULT, new Retry(10, Duration.ZERO, Duration.ZERO));
        for (int i = 0; i < 3; i++) {
            fixture.awaitStatus(task, "pending");
            assertThat(QueueFixture.await(attempts.lost(List.of(claim().ref()))))
                    .isEqualTo(1);
        }

        assertThat(fixture.status(task)).isEqualTo("failed");
        assertThat(fixture.column(task, "failure")).contains("agent_lost", "3 in all");
    }

    @Test
    void losingAnAttemptTwiceCountsOnce() {
        UUID task = enqueue(Limits.DEFAULT, AT_ONCE);
        ClaimedTask first = claim();

        assertThat(QueueFixture.await(attempts.lost(List.of(first.ref())))).isEqualTo(1);
        assertThat(QueueFixture.await(attempts.lost(List.of(first.ref())))).isZero();
        assertThat(fixture.column(task, "lost_agents")).isEqualTo("1");
    }

    @Test
    void aTaskThatNobodyTakesInTimeFails() {
        UUID task = enqueue(new Limits(Duration.ofMinutes(1), SECOND, null), AT_ONCE);

        fixture.awaitStatus(task, "failed");
        assertThat(fixture.column(task, "failure")).contains("queue_timeout");
    }

    @Test
    void aRedisThatHangsHoldsUpNoDeadline() {
        TestServers.redis().freeze();
        try {
            UUID task = enqueue(new Limits(Duration.ofMinutes(1), Duration.ofSeconds(4), null), AT_ONCE);

            fixture.awaitStatus(task, "failed");
        } finally {
            TestServers.redis().thaw();
        }
    }

    @Test
    void aTaskThatTakesTooLongInAllFailsWhateverItDoes() {
        UUID task = enqueue(new Limits(Duration.ofMinutes(1), null, SECOND), AT_ONCE);
        ClaimedTask running = claim();

        fixture.awaitStatus(task, "failed");
        assertThat(fixture.column(task, "failure")).contains("total_timeout");
        assertThat(fixture.report(running, 1, failure(true))).isEqualTo(Effect.LATE);
    }

    @Test
    void anAttemptThatRunsTooLongIsStoppedAndTriedAgain() {
        UUID task = enqueue(new Limits(SECOND, null, null), AT_ONCE);
        ClaimedTask slow = claim();

        fixture.awaitStatus(task, "pending");
        assertThat(fixture.column(task, "failure")).contains("run_timeout");
        ClaimedTask second = claim();
        assertThat(second.attempt()).isEqualTo(2);
        assertThat(fixture.report(slow, 1, failure(true))).isEqualTo(Effect.STALE);
    }
}
