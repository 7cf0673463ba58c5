package io.ymera.manager.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.ymera.web.startup.ConfigError;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DispatchConfigCheckTest {

    private static final Duration LOCK_DURATION = Duration.ofSeconds(5);

    @Test
    void aRecordMayComeBackBeforeItsTaskIsClaimedAgain() {
        assertThat(check(Duration.ofMillis(5_001))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT5S", "PT0S", "PT-10S"})
    void aTaskIsNotClaimedAgainWhileItsRecordIsLocked(Duration startTimeout) {
        assertThat(check(startTimeout)).singleElement().satisfies(error -> assertThat(error.message())
                .contains("ymera.dispatch.start-timeout", "" + startTimeout, "longer than", "PT5S"));
    }

    private static List<ConfigError> check(Duration startTimeout) {
        return new DispatchConfigCheck(new Settings(startTimeout, 10), LOCK_DURATION).check();
    }

    private record Settings(Duration startTimeout, int reserveOneIn) implements DispatchSettings {}
}
