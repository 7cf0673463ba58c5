package io.ymera.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WindowTest extends WindowContract {

    private final Window window = new Window();

    @Override
    List<Verdict> admit(Limit limit, int wanted, long micros) {
        return IntStream.range(0, wanted)
                .mapToObj(each -> window.admit(limit, 1_000 * micros))
                .toList();
    }

    @Test
    void theSmallestWindowHasRoomForAllItsParts() {
        Limit limit = new Limit("smallest", 1_000_000, Duration.ofMillis(1));
        long now = Long.MIN_VALUE / 2;

        for (int i = 0; i < 10_000; i++) {
            assertThat(window.admit(limit, now).admitted()).isTrue();
            now += 777;
        }
    }
}
