package io.ymera.auth.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyTableTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final Duration MONTH = Duration.ofDays(30);

    @ParameterizedTest
    @CsvSource({
        // the active key signs since, the next one was made before, is the next to sign now
        "P29DT23H59M, PT11M, false",
        "P30D,        PT11M, true",
        "P30D,        PT10M59S, false",
        "P400D,       PT0S,  false",
        "PT1S,        P400D, false"
    })
    void rotatesByAgeAndNotBeforeEverybodyKnowsTheNextKey(Duration signs, Duration published, boolean due) {
        KeyTable table = new KeyTable(NOW, List.of(next("RS256", published), active("RS256", signs)));

        assertThat(table.isDue(MONTH)).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({"PT11M, true", "PT10M59S, false"})
    void anotherAlgorithmComesAsSoonAsItMay(Duration published, boolean due) {
        KeyTable table = new KeyTable(NOW, List.of(next("ES256", published), active("RS256", Duration.ZERO)));

        assertThat(table.isDue(MONTH)).isEqualTo(due);
    }

    @Test
    void nothingIsDueWithoutANextKey() {
        KeyTable table = new KeyTable(NOW, List.of(active("RS256", MONTH)));

        assertThat(table.isDue(MONTH)).isFalse();
        assertThat(table.isComplete()).isFalse();
        assertThat(table.untilReady()).isPositive();
    }

    @Test
    void saysHowLongTheNextKeyStillTakes() {
        KeyTable table = new KeyTable(NOW, List.of(next("RS256", Duration.ofMinutes(4)), active("RS256", MONTH)));

        assertThat(table.untilReady()).isEqualTo(Duration.ofMinutes(7));
    }

    @ParameterizedTest
    @CsvSource({"PT0S, true", "PT1S, false"})
    void aRetiredKeyGoesWhenItsTokensAreGone(Duration left, boolean gone) {
        KeyState retired = key("RS256", KeyStatus.RETIRED, MONTH, NOW.minus(MONTH), NOW.plus(left));

        assertThat(new KeyTable(NOW, List.of(retired)).hasExpired()).isEqualTo(gone);
    }

    private static KeyState next(String algorithm, Duration age) {
        return key(algorithm, KeyStatus.NEXT, age, null, null);
    }

    private static KeyState active(String algorithm, Duration age) {
        return key(algorithm, KeyStatus.ACTIVE, age, NOW.minus(age), null);
    }

    private static KeyState key(
            String algorithm,
            KeyStatus status,
            Duration age,
            @Nullable Instant activatedAt,
            @Nullable Instant expiresAt) {
        return new KeyState(
                "kid-" + status,
                algorithm,
                status,
                NOW.minus(age),
                activatedAt,
                expiresAt == null ? null : activatedAt,
                expiresAt);
    }
}
