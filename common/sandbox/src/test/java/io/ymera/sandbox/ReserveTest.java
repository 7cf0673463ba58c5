package io.ymera.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReserveTest {

    private final Reserve reserve = new Reserve(100, 500, 300);

    @Test
    void who_takes_more_than_allowed_may_stay_while_there_is_enough() {
        assertThat(reserve.gone(100)).isFalse();
    }

    @Test
    void who_takes_more_than_allowed_has_to_go_when_there_is_little() {
        assertThat(reserve.gone(99)).isTrue();
    }

    @Test
    void who_takes_little_may_stay_though_there_is_little() {
        assertThat(new Reserve(100, 120, 300).gone(10)).isFalse();
        assertThat(new Reserve(100, 120, Limits.UNLIMITED).gone(0)).isFalse();
    }

    @Test
    void knows_what_this_machine_has(@TempDir Path folder) {
        assertThat(Reserve.memoryLeft()).isBetween(1L, 1L << 50);
        assertThat(Reserve.ofMemory(0).least()).isBetween(1L, 1L << 50);
        assertThat(Reserve.ofSpace(folder, 0).least()).isPositive();
    }
}
