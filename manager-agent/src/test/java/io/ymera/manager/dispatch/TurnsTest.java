package io.ymera.manager.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.ymera.manager.capability.CapabilityVersion;
import io.ymera.manager.dispatch.Turns.Head;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final CapabilityVersion BUILD = new CapabilityVersion("build", 1);
    private static final CapabilityVersion TEST = new CapabilityVersion("test", 1);

    @Test
    void theMoreUrgentIsFirstHoweverLongTheOtherHasWaited() {
        Turns turns = new Turns(0);

        assertThat(turns.order(List.of(new Head(BUILD, 1, NOON), new Head(TEST, 3, NOON.plusSeconds(60)))))
                .containsExactly(TEST, BUILD);
    }

    @Test
    void equalsTakeTurns() {
        Turns turns = new Turns(0);
        List<Head> heads = List.of(new Head(BUILD, 1, NOON), new Head(TEST, 1, NOON.plusSeconds(60)));

        List<CapabilityVersion> served = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            served.add(turns.order(heads).getFirst());
            turns.served(served.getLast());
        }

        assertThat(served).containsExactly(BUILD, TEST, BUILD, TEST);
    }

    @Test
    void evenTheLeastUrgentHasItsTurn() {
        Turns turns = new Turns(10);
        List<Head> heads = List.of(new Head(BUILD, 0, NOON), new Head(TEST, 3, NOON.plusSeconds(60)));

        List<CapabilityVersion> served = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            served.add(turns.order(heads).getFirst());
            turns.served(served.getLast());
        }

        assertThat(served).filteredOn(BUILD::equals).hasSize(2);
    }
}
