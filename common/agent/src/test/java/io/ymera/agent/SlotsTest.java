package io.ymera.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.ymera.agent.HeldAttempt.Stop;
import io.ymera.agent.Slots.Taking;
import io.ymera.contracts.Json;
import io.ymera.contracts.task.AttemptRef;
import io.ymera.contracts.task.TaskAssignment;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlotsTest {

    private final UUID task = UUID.randomUUID();
    private final AttemptTimer timer = new AttemptTimer();
    private final Slots slots = new Slots(KitSettings.usual(), new SimpleMeterRegistry());

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Workspaces workspaces;

    private long token;

    @BeforeEach
    void workspaces() {
        workspaces = new Workspaces(KitSettings.usual().withWorkDirectory(folder));
    }

    @AfterEach
    void close() {
        timer.close();
        workspaces.close();
    }

    @Test
    void whatHasEndedIsLeasedUntilTheManagerWantsNothingMoreOfIt() throws Exception {
        HeldAttempt attempt = take();
        slots.free(attempt);

        List<AttemptRef> before = slots.leased();
        slots.drop(before);

        assertThat(before).containsExactly(attempt.ref());
        assertThat(slots.leased()).isEmpty();
    }

    @Test
    void theNextAttemptAtATaskRunsOnWhenAStaleOneIsDropped() throws Exception {
        HeldAttempt stale = take();
        slots.free(stale);
        HeldAttempt current = take();

        slots.drop(List.of(stale.ref()));

        assertThat(current.isCancelled()).isFalse();
        assertThat(slots.leased()).containsExactly(current.ref());
    }

    @Test
    void whatComesBetweenAHeartbeatAndItsAnswerIsUntouched() throws Exception {
        HeldAttempt stale = take();
        List<AttemptRef> named = slots.leased();
        HeldAttempt current = take();

        slots.drop(named);

        assertThat(stale.isSuperseded()).isTrue();
        assertThat(current.isCancelled()).isFalse();
        assertThat(slots.leased()).containsExactly(current.ref());
    }

    @Test
    void whatNobodyWantsIsNeverLeasedAgain() throws Exception {
        HeldAttempt attempt = take();
        slots.cancel(attempt.ref());

        List<AttemptRef> whileItStops = slots.leased();
        slots.free(attempt);

        assertThat(whileItStops).isEmpty();
        assertThat(slots.leased()).isEmpty();
        assertThat(slots.awaitConfirmed(Duration.ZERO)).isTrue();
    }

    @Test
    void whatIsHandedBackOrTooLateIsLeasedUntilTheManagerKnows() throws Exception {
        HeldAttempt released = take();
        HeldAttempt late = take();
        released.stop(Stop.RELEASED);
        late.stop(Stop.TIMED_OUT);

        slots.free(released);
        slots.free(late);

        assertThat(slots.leased()).containsExactly(released.ref(), late.ref());
    }

    @Test
    void aLimitLetsWhatRunsFinishAndNoMoreBegin() throws Exception {
        HeldAttempt first = take();
        HeldAttempt second = take();

        slots.limit(1);
        slots.free(first);

        assertThat(second.isCancelled()).isFalse();
        assertThat(slots.isFull()).isTrue();
        assertThat(slots.take(next(), Duration.ZERO)).isEqualTo(Taking.FULL);
        slots.free(second);
        assertThat(slots.take(next(), Duration.ZERO)).isEqualTo(Taking.TAKEN);
    }

    @Test
    void aLimitThatIsLiftedOrBeyondWhatThereIsLimitsNothing() throws Exception {
        slots.limit(1);
        slots.limit(null);
        int lifted = slots.capacity();

        slots.limit(100);

        assertThat(lifted).isEqualTo(2);
        assertThat(slots.capacity()).isEqualTo(2);
    }

    private HeldAttempt take() throws InterruptedException {
        HeldAttempt attempt = next();
        assertThat(slots.take(attempt, Duration.ZERO)).isEqualTo(Taking.TAKEN);
        return attempt;
    }

    /** Another attempt at the task. */
    private HeldAttempt next() {
        token++;
        var assignment = new TaskAssignment(task, (int) token, token, "scripted", null, 60);
        var reporter = new Reporter(Map.of(), Json.mapper(), KitSettings.usual());
        return new HeldAttempt(assignment, UUID.randomUUID(), reporter, workspaces, Clock.systemUTC(), timer);
    }
}
