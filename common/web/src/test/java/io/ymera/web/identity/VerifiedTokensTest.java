package io.ymera.web.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.ymera.testkit.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final CallerPrincipal ADA = new CallerPrincipal(
            "7", "ada", "user", UUID.randomUUID(), "ymera", null, Set.of(), "id", NOW, NOW.plusSeconds(60));

    private final MutableClock clock = new MutableClock(NOW);
    private final VerifiedTokens tokens = new VerifiedTokens(clock, new SimpleMeterRegistry());

    @Test
    void whatWasVerifiedIsRecognised() {
        tokens.remember("header.claims.signature", ADA);

        assertThat(tokens.find("header.claims.signature")).isSameAs(ADA);
    }

    @Test
    void anythingElseIsLeftToBeVerified() {
        tokens.remember("header.claims.signature", ADA);

        assertThat(tokens.find("header.claims.signaturf")).isNull();
        assertThat(tokens.find("header.claims.")).isNull();
        assertThat(tokens.find("")).isNull();
    }

    @Test
    void anExpiredTokenIsNotRecognised() {
        tokens.remember("header.claims.signature", ADA);
        clock.advance(Duration.ofSeconds(65));

        assertThat(tokens.find("header.claims.signature")).isNull();
    }
}
