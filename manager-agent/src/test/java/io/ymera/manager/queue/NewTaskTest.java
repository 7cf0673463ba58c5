package io.ymera.manager.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.ymera.manager.queue.NewTask.Retry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class NewTaskTest {

    @Test
    void whoSaysNothingGetsTheUsualRetries() {
        assertThat(Retry.of(null, null, null)).isEqualTo(Retry.DEFAULT);
        assertThat(Retry.of(7, 0.25, 4.0)).isEqualTo(new Retry(7, Duration.ofMillis(250), Duration.ofSeconds(4)));
    }

    @Test
    void whoAsksForLongPausesAndNamesNoLimitGetsLongPauses() {
        assertThat(Retry.of(null, 600.0, null).maxPause()).hasMinutes(10);
        assertThat(Retry.of(null, 600.0, null).hasOrderedPauses()).isTrue();
        assertThat(Retry.of(null, 600.0, 599.0).hasOrderedPauses()).isFalse();
    }
}
