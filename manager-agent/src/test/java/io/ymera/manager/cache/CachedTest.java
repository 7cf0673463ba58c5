package io.ymera.manager.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.ymera.testkit.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class CachedTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final MutableClock clock = new MutableClock(Instant.EPOCH);
    private final List<UniEmitter<? super String>> loads = new ArrayList<>();
    private final Cached<String> cached = new Cached<>(
            () -> Uni.createFrom().emitter(loads::add), SECOND.multipliedBy(2), SECOND.multipliedBy(5), clock);

    @Test
    void manyWhoAskWaitForOneLoad() {
        var first = ask();
        var second = ask();
        loads.getFirst().complete("a");

        assertThat(loads).hasSize(1);
        assertThat(first).isCompletedWithValue("a");
        assertThat(second).isCompletedWithValue("a");
        assertThat(ask()).isCompletedWithValue("a");
    }

    @Test
    void anAgedValueIsGivenOutWhileItIsLoadedAnew() {
        load("a");
        clock.advance(SECOND.multipliedBy(2));

        assertThat(ask()).isCompletedWithValue("a");
        assertThat(loads).hasSize(2);
        loads.getLast().complete("b");
        assertThat(ask()).isCompletedWithValue("b");
    }

    @Test
    void anExpiredValueIsNotGivenOut() {
        load("a");
        clock.advance(SECOND.multipliedBy(5));

        var asked = ask();
        assertThat(asked).isNotDone();
        loads.getLast().complete("b");
        assertThat(asked).isCompletedWithValue("b");
    }

    @Test
    void whoHoldsWhatLoadsNeedLoadsWithThatAndOthersGetItToo() {
        var waiting = ask();
        cached.invalidate();

        assertThat(cached.get(() -> Uni.createFrom().item("own")).subscribeAsCompletionStage())
                .isCompletedWithValue("own");

        assertThat(waiting).isNotDone();
        assertThat(ask()).isCompletedWithValue("own");
        assertThat(loads).hasSize(1);
    }

    @Test
    void aLoadThatAnInvalidationOvertookIsNotKept() {
        var before = ask();
        cached.invalidate();
        var after = ask();
        loads.get(1).complete("new");
        loads.get(0).complete("old");

        assertThat(before).isCompletedWithValue("old");
        assertThat(after).isCompletedWithValue("new");
        assertThat(ask()).isCompletedWithValue("new");
    }

    @Test
    void aFailureIsToldAndNotKept() {
        var asked = ask();
        loads.getFirst().fail(new IllegalStateException("away"));
        var again = ask();
        loads.getLast().complete("a");

        assertThat(asked).isCompletedExceptionally();
        assertThat(again).isCompletedWithValue("a");
    }

    @Test
    void whoNeedsANewerOneGetsIt() {
        load("a");
        clock.advance(SECOND);
        var asked = cached.notOlderThan(Duration.ofMillis(500)).subscribeAsCompletionStage();
        loads.getLast().complete("b");

        assertThat(asked).isCompletedWithValue("b");
        assertThat(cached.notOlderThan(SECOND).subscribeAsCompletionStage()).isCompletedWithValue("b");
    }

    private void load(String value) {
        var asked = ask();
        loads.getLast().complete(value);
        assertThat(asked).isCompletedWithValue(value);
    }

    private CompletableFuture<String> ask() {
        return cached.get().subscribeAsCompletionStage();
    }
}
