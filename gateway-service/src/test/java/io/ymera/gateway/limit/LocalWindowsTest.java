package io.ymera.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LocalWindowsTest {

    private static final Limit LOGIN = new Limit("login", 5, Duration.ofMinutes(1));

    private final AtomicLong nanos = new AtomicLong(-1_000_000_000_000L);
    private final LimitMetrics metrics = new LimitMetrics(new SimpleMeterRegistry(), () -> false);
    private final LocalWindows windows = new LocalWindows(nanos::get, metrics);

    @Test
    void countsEachCallerByItself() {
        for (int i = 0; i < LOGIN.requests(); i++) {
            windows.admit(LOGIN, "ada");
        }

        assertThat(windows.admit(LOGIN, "ada").admitted()).isFalse();
        assertThat(windows.admit(LOGIN, "grace").remaining()).isEqualTo(LOGIN.requests() - 1);
    }

    @Test
    void forgetsWhatIsAWindowOld() {
        for (int i = 0; i < LOGIN.requests(); i++) {
            windows.admit(LOGIN, "ada");
        }
        Verdict refused = windows.admit(LOGIN, "ada");

        nanos.addAndGet(refused.retryAfter().toNanos());

        assertThat(refused.retryAfter()).isEqualTo(LOGIN.window());
        assertThat(windows.admit(LOGIN, "ada").admitted()).isTrue();
    }

    @Test
    void doesNotGrowWithTheNumberOfCallers() {
        for (int i = 0; i < 10 * LocalWindows.MOST_CALLERS; i++) {
            windows.admit(LOGIN, "address:" + i);
        }

        assertThat(windows.size()).isLessThanOrEqualTo(LocalWindows.MOST_CALLERS);
    }
}
