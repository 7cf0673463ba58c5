package io.ymera.manager.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.ymera.manager.callback.Lanes.Candidate;
import io.ymera.manager.callback.Lanes.Receiver;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** With 64 lanes, 8 for an owner, 4 of them to one host. */
class LanesTest {

    private final Lanes lanes = new Lanes(TestSettings.strict());

    @Test
    void aSlowHostHasSomeOfItsOwnersLanesOnly() {
        assertThat(lanes.take(candidates("ada", "slow", 10))).hasSize(4);
        assertThat(lanes.busyReceivers()).containsExactly(new Receiver("ada", "slow"));
        assertThat(lanes.take(candidates("ada", "other", 10))).hasSize(4);
        assertThat(lanes.busyOwners()).containsExactly("ada");
        assertThat(lanes.take(candidates("ada", "third", 10))).isEmpty();
    }

    @Test
    void anOwnerHasSomeOfTheLanesOnly() {
        for (int host = 0; host < 100; host++) {
            lanes.take(candidates("eve", "host" + host, 10));
        }

        assertThat(lanes.free()).isEqualTo(56);
        assertThat(lanes.take(candidates("ada", "host1", 1))).hasSize(1);
    }

    @Test
    void thereAreNoMoreThanThereAre() {
        for (int owner = 0; owner < 100; owner++) {
            lanes.take(candidates("owner" + owner, "host", 10));
        }

        assertThat(lanes.free()).isZero();
        assertThat(lanes.inUse()).isEqualTo(64);
    }

    @Test
    void whatIsGivenBackCanBeTakenAgain() {
        List<UUID> taken = lanes.take(candidates("ada", "slow", 4));

        lanes.free(taken.getFirst());
        lanes.free(taken.getFirst());
        lanes.free(UUID.randomUUID());

        assertThat(lanes.inUse()).isEqualTo(3);
        assertThat(lanes.take(candidates("ada", "slow", 4))).hasSize(1);
    }

    @Test
    void noneIsTakenTwiceForTheSameCallback() {
        List<Candidate> one = candidates("ada", "host", 1);

        assertThat(lanes.take(one)).hasSize(1);
        assertThat(lanes.take(one)).isEmpty();
    }

    @Test
    void waitingForAllToBeFreeEnds() throws Exception {
        List<UUID> taken = lanes.take(candidates("ada", "host", 1));
        lanes.awaitEmpty(1);
        Thread.ofVirtual().start(() -> lanes.free(taken.getFirst()));

        lanes.awaitEmpty(30_000);

        assertThat(lanes.inUse()).isZero();
    }

    private static List<Candidate> candidates(String owner, String host, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Candidate(UUID.randomUUID(), new Receiver(owner, host)))
                .toList();
    }
}
