package io.ymera.auth.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.ymera.auth.secret.RandomToken;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SecretHashesTest {

    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

    @Test
    void thePresentSecretIsAlwaysGoodAndTheOneBeforeForAWhile() {
        var hashes = new SecretHashes(RandomToken.hash("new"), RandomToken.hash("old"), NOW);

        assertThat(hashes.match(RandomToken.hash("new"), NOW.minusNanos(1))).isTrue();
        assertThat(hashes.match(RandomToken.hash("new"), NOW)).isTrue();
        assertThat(hashes.match(RandomToken.hash("old"), NOW.minusNanos(1))).isTrue();
        assertThat(hashes.match(RandomToken.hash("old"), NOW)).isFalse();
        assertThat(hashes.match(RandomToken.hash("older"), NOW.minusNanos(1))).isFalse();
    }

    @Test
    void withoutASecretBeforeThereIsOne() {
        var hashes = new SecretHashes(RandomToken.hash("new"));

        assertThat(hashes.match(RandomToken.hash("new"), NOW)).isTrue();
        assertThat(hashes.match(RandomToken.hash("old"), NOW)).isFalse();
    }

    @Test
    void nobodyHasNobodysSecret() {
        assertThat(SecretHashes.NOBODYS.match(RandomToken.hash(""), NOW)).isFalse();
    }
}
