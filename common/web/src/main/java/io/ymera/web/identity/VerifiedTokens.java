package io.ymera.web.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Remembers for a few seconds what a token was found to say: verifying a signature costs more than most requests. A token is found
 * again by all its characters, so that no other can be taken for it, and never after it has expired. That its key was withdrawn
 * meanwhile is noticed when it is forgotten; that its session has ended is no matter of this class.
 */
@Singleton
class VerifiedTokens {

    private static final Duration REMEMBERED_FOR = Duration.ofSeconds(5);
    private static final int MOST_REMEMBERED = 10_000;

    private final Cache<String, CallerPrincipal> verified;
    private final Clock clock;
    private final Counter recognised;

    VerifiedTokens(Clock clock, MeterRegistry metrics) {
        this.clock = clock;
        this.recognised = Counter.builder("ymera.tokens.recognised")
                .description("Tokens that were not verified again")
                .register(metrics);
        this.verified = Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfterWrite(REMEMBERED_FOR)
                .build();
    }

    /** Who sent {@code token}, or null if it has to be verified. */
    @Nullable
    CallerPrincipal find(String token) {
        @Nullable CallerPrincipal known = verified.getIfPresent(token);
        if (known == null || TokenClaims.hasExpired(known.expiresAt(), clock.instant())) {
            return null;
        }
        recognised.increment();
        return known;
    }

    /** What is known keeps its time: a token that is used all the while is verified again as well. */
    void remember(String token, CallerPrincipal principal) {
        verified.asMap().putIfAbsent(token, principal);
    }
}
