package io.ymera.gateway.upstream;

import static io.ymera.gateway.upstream.CircuitBreaker.State.CLOSED;
import static io.ymera.gateway.upstream.CircuitBreaker.State.HALF_OPEN;
import static io.ymera.gateway.upstream.CircuitBreaker.State.OPEN;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.ymera.gateway.upstream.CircuitBreaker.Pass;
import io.ymera.gateway.upstream.CircuitBreaker.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CircuitBreakerTest {

    private static final int THRESHOLD = 3;
    private static final Duration PAUSE = Duration.ofSeconds(60);

    private Instant now = Instant.EPOCH;
    private final CircuitBreaker breaker = new CircuitBreaker(THRESHOLD, PAUSE, () -> now);

    @Test
    void soManyFailuresInARowOpenIt() {
        fail(THRESHOLD - 1);
        assertThat(breaker.state()).isEqualTo(CLOSED);

        fail(1);

        assertThat(breaker.state()).isEqualTo(OPEN);
        assertThat(breaker.tryEnter()).isNull();
        assertThat(breaker.admits()).isFalse();
        assertThat(breaker.rest()).isEqualTo(PAUSE);
    }

    @Test
    void aSuccessBetweenThemCountsThemAnew() {
        fail(THRESHOLD - 1);
        breaker.succeeded(enter());

        fail(THRESHOLD - 1);

        assertThat(breaker.state()).isEqualTo(CLOSED);
    }

    @Test
    void aRequestThatNobodyWaitedForIsNoFailure() {
        for (int i = 0; i < 10 * THRESHOLD; i++) {
            breaker.abandoned(enter());
        }

        assertThat(breaker.state()).isEqualTo(CLOSED);
    }

    @Test
    void itStaysOpenForItsPauseAndThenOneTries() {
        fail(THRESHOLD);

        now = now.plus(PAUSE).minusNanos(1);
        assertThat(breaker.tryEnter()).isNull();
        now = now.plusNanos(1);

        assertThat(breaker.state()).isEqualTo(HALF_OPEN);
        assertThat(breaker.rest()).isZero();
        assertThat(breaker.tryEnter()).isNotNull();
        assertThat(breaker.tryEnter()).as("one at a time").isNull();
    }

    @Test
    void whatIsFoundHealthyIsBackOnProbation() {
        fail(THRESHOLD);

        breaker.foundHealthy();

        assertThat(breaker.state()).isEqualTo(CLOSED);
        fail(1);
        assertThat(breaker.state()).isEqualTo(OPEN);
    }

    @Test
    void probationEndsWithAnAnswer() {
        fail(THRESHOLD);
        breaker.foundHealthy();

        breaker.succeeded(enter());

        fail(THRESHOLD - 1);
        assertThat(breaker.state()).isEqualTo(CLOSED);
    }

    @Test
    void whereNothingListensIsTriedSoon() {
        refuse();

        assertThat(breaker.state()).isEqualTo(OPEN);
        assertThat(breaker.rest()).isPositive().isLessThan(Duration.ofSeconds(1));
    }

    /** The one that tries may take long, and others need not wait for its answer. */
    @Test
    void whereNothingListenedAConnectionIsEnough() {
        refuse();
        now = now.plusSeconds(1);
        Pass trying = breaker.connected(enter());

        assertThat(breaker.state()).isEqualTo(CLOSED);
        breaker.failed(trying);
        assertThat(breaker.state()).as("it is on probation").isEqualTo(OPEN);
    }

    @Test
    void whatDidNotAnswerHasToAnswer() {
        breaker.connected(oneTry());

        assertThat(breaker.state()).isEqualTo(HALF_OPEN);
        assertThat(breaker.tryEnter()).isNull();
    }

    @Test
    void whatIsClosedCantBeHealthier() {
        fail(THRESHOLD - 1);

        breaker.foundHealthy();

        fail(1);
        assertThat(breaker.state()).isEqualTo(OPEN);
    }

    @Test
    void aTryThatSucceedsClosesIt() {
        breaker.succeeded(oneTry());

        assertThat(breaker.state()).isEqualTo(CLOSED);
        fail(THRESHOLD - 1);
        assertThat(breaker.state()).as("failures before that are forgotten").isEqualTo(CLOSED);
    }

    @Test
    void aTryThatFailsOpensItForAnotherPause() {
        breaker.failed(oneTry());

        assertThat(breaker.state()).isEqualTo(OPEN);
        assertThat(breaker.rest()).isEqualTo(PAUSE);
    }

    @Test
    void aTryThatNobodyWaitedForMakesRoomForTheNext() {
        breaker.abandoned(oneTry());

        assertThat(breaker.state()).isEqualTo(HALF_OPEN);
        assertThat(breaker.tryEnter()).isNotNull();
    }

    @Test
    void whatHadBeenUnderWayBeforeItOpenedSaysNothingNew() {
        Pass success = enter();
        Pass failure = enter();
        Pass abandoned = enter();
        Pass trying = oneTry();

        breaker.succeeded(success);
        assertThat(breaker.state()).isEqualTo(HALF_OPEN);
        breaker.failed(failure);
        assertThat(breaker.state()).isEqualTo(HALF_OPEN);
        breaker.abandoned(abandoned);
        assertThat(breaker.tryEnter()).as("there is one try already").isNull();
        breaker.succeeded(trying);

        assertThat(breaker.state()).isEqualTo(CLOSED);
    }

    /** Any order of requests, outcomes, probes and time leaves it in a state that the diagram has. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void interleavings(long seed) {
        Random chance = new Random(seed);
        List<Pass> underWay = new ArrayList<>();
        State before = CLOSED;
        for (int i = 0; i < 20_000; i++) {
            State asked = breaker.state();
            int action = chance.nextInt(6);
            switch (action) {
                case 0 -> now = now.plusSeconds(chance.nextInt(30));
                case 1 -> breaker.foundHealthy();
                case 2, 3 -> {
                    @Nullable Pass pass = breaker.tryEnter();
                    assertThat(pass == null)
                            .isEqualTo(asked == OPEN || asked == HALF_OPEN && !underWayIn(underWay, pass));
                    if (pass != null) {
                        underWay.add(pass);
                    }
                }
                default -> {
                    if (!underWay.isEmpty()) {
                        Pass pass = underWay.remove(chance.nextInt(underWay.size()));
                        switch (chance.nextInt(6)) {
                            case 0 -> breaker.succeeded(pass);
                            case 1 -> breaker.abandoned(pass);
                            case 2 -> breaker.refused(pass);
                            case 3 -> underWay.add(breaker.connected(pass));
                            default -> breaker.failed(pass);
                        }
                    }
                }
            }
            State after = breaker.state();
            assertThat(before == CLOSED && after == HALF_OPEN || before == OPEN && after == CLOSED && action != 1)
                    .as("seed %d, step %d: %s to %s", seed, i, before, after)
                    .isFalse();
            assertThat(breaker.rest()).isBetween(Duration.ZERO, PAUSE);
            before = after;
        }
    }

    /** In the half-open state there is a pass exactly if no other is under way, and then it is a new one. */
    private static boolean underWayIn(List<Pass> underWay, @Nullable Pass pass) {
        return pass != null && !underWay.contains(pass);
    }

    private Pass enter() {
        return requireNonNull(breaker.tryEnter());
    }

    private Pass oneTry() {
        fail(THRESHOLD);
        now = now.plus(PAUSE);
        return enter();
    }

    private void refuse() {
        for (int i = 0; i < THRESHOLD; i++) {
            breaker.refused(enter());
        }
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            breaker.failed(enter());
        }
    }
}
