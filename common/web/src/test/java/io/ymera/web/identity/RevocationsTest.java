package io.ymera.web.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.subscription.Cancellable;
import io.ymera.testkit.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RevocationsTest {

    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-25T12:00:00Z"));
    private final Revocations revocations = new Revocations(clock);
    private final UUID session = UUID.randomUUID();
    private final List<String> heard = new ArrayList<>();

    @Test
    void whoWatchesHearsOnce() {
        revocations.whenRevoked(session, () -> heard.add("first"));
        revocations.whenRevoked(session, () -> heard.add("second"));
        revocations.whenRevoked(UUID.randomUUID(), () -> heard.add("another"));

        end(session);
        end(session);

        assertThat(heard).containsExactlyInAnyOrder("first", "second");
        assertThat(revocations.isRevoked(session)).isTrue();
    }

    @Test
    void whoComesLateHearsAtOnce() {
        end(session);

        revocations.whenRevoked(session, () -> heard.add("late"));

        assertThat(heard).containsExactly("late");
    }

    @Test
    void whoHasLeftHearsNothing() {
        Cancellable watch = revocations.whenRevoked(session, () -> heard.add("gone"));
        watch.cancel();
        watch.cancel();

        end(session);

        assertThat(heard).isEmpty();
    }

    @Test
    void oneThatFailsDoesNotKeepOthersFromHearing() {
        revocations.whenRevoked(session, () -> {
            throw new IllegalStateException("as tests do");
        });
        revocations.whenRevoked(session, () -> heard.add("other"));

        end(session);

        assertThat(heard).containsExactly("other");
    }

    @Test
    void whatHasExpiredIsForgotten() {
        end(session);
        clock.advance(Duration.ofHours(1).plusSeconds(6));

        end(UUID.randomUUID());

        assertThat(revocations.isRevoked(session)).isFalse();
    }

    @Test
    void nobodyMissesAnEndThatComesWhileTheyBeginToWatch() throws Exception {
        for (int i = 0; i < 2_000; i++) {
            UUID id = UUID.randomUUID();
            AtomicInteger calls = new AtomicInteger();
            CyclicBarrier start = new CyclicBarrier(2);
            Thread watcher = Thread.startVirtualThread(() -> {
                await(start);
                revocations.whenRevoked(id, calls::incrementAndGet);
            });
            await(start);

            end(id);
            watcher.join();

            assertThat(calls).hasValue(1);
        }
    }

    private void end(UUID id) {
        revocations.add(new RevocationPage(Map.of(id, clock.instant().plus(Duration.ofHours(1))), 1, false));
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
