package io.ymera.manager.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.UnicastProcessor;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class HeartbeatsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration SELDOM = Duration.ofDays(1);
    private static final Duration OFTEN = Duration.ofMillis(1);

    @Test
    void aStreamEndsWithItsItems() {
        List<Integer> seen = all(Heartbeats.among(Multi.createFrom().range(0, 1_000), SELDOM, () -> -1));

        assertThat(seen).hasSize(1_000).isSorted();
    }

    @Test
    void anEmptyStreamEnds() {
        assertThat(all(Heartbeats.among(Multi.createFrom().<Integer>empty(), SELDOM, () -> -1)))
                .isEmpty();
    }

    @Test
    void aStreamInWhichNothingHappensBeats() {
        List<Integer> seen = all(Heartbeats.among(Multi.createFrom().<Integer>nothing(), OFTEN, () -> -1)
                .select()
                .first(3));

        assertThat(seen).containsExactly(-1, -1, -1);
    }

    @Test
    void aFailureIsPassedOn() {
        Multi<Integer> failing = Multi.createFrom().failure(new IllegalStateException("broken"));

        assertThatThrownBy(() -> all(Heartbeats.among(failing, SELDOM, () -> -1)))
                .hasMessage("broken");
    }

    @Test
    void whoLeavesEndsTheStreamBehind() {
        UnicastProcessor<Integer> items = UnicastProcessor.create();
        AtomicBoolean cancelled = new AtomicBoolean();
        items.onNext(1);

        all(Heartbeats.among(items.onCancellation().invoke(() -> cancelled.set(true)), SELDOM, () -> -1)
                .select()
                .first(1));

        assertThat(cancelled).isTrue();
    }

    private static List<Integer> all(Multi<Integer> items) {
        return items.collect().asList().await().atMost(PATIENCE);
    }
}
