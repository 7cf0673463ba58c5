package io.ymera.manager.external;

import static org.assertj.core.api.Assertions.assertThat;

import io.ymera.manager.capability.CapabilityVersion;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SharesTest {

    private static final CapabilityVersion A = new CapabilityVersion("a", 1);
    private static final CapabilityVersion B = new CapabilityVersion("b", 1);
    private static final CapabilityVersion C = new CapabilityVersion("c", 1);

    @Test
    void theLastPlaceGoesToWhoeverBegins() {
        var waiting = Map.of(A, 9, B, 9, C, 9);

        assertThat(Shares.deal(List.of(A, B, C), waiting, 1)).isEqualTo(Map.of(A, 1));
        assertThat(Shares.deal(List.of(C, A, B), waiting, 1)).isEqualTo(Map.of(C, 1));
        assertThat(Shares.deal(List.of(B, C, A), waiting, 4)).isEqualTo(Map.of(A, 1, B, 2, C, 1));
    }

    @Test
    void whatOneDoesNotNeedIsTheOthers() {
        assertThat(Shares.deal(List.of(A, B, C), Map.of(A, 1, C, 9), 5)).isEqualTo(Map.of(A, 1, C, 4));
    }

    @Test
    void noMoreIsDealtThanWaits() {
        assertThat(Shares.deal(List.of(A, B), Map.of(A, 1, B, 1), 100)).isEqualTo(Map.of(A, 1, B, 1));
        assertThat(Shares.deal(List.of(A, B), Map.of(), 100)).isEmpty();
        assertThat(Shares.deal(List.of(A), Map.of(A, 3), 0)).isEmpty();
    }
}
