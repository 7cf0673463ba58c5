package io.ymera.gateway.apikey;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.ymera.web.problem.ApiException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The tokens that API keys stand for, by the keys' digests. That a key was revoked is noticed as with any token, by the session that
 * it rests on; who notices {@link #forget}s it here. Thread-safe.
 */
@Singleton
public class ApiKeys {

    private static final int MOST_REMEMBERED = 10_000;
    private static final Duration LONGEST_REMEMBERED = Duration.ofMinutes(10);
    private static final Duration REFUSED_FOR = Duration.ofSeconds(3);
    /** What is handed out is good for long enough to get to where it is verified again. */
    private static final Duration LEAST_REST = Duration.ofSeconds(30);

    private final KeyExchange exchange;
    private final Clock clock;
    private final Cache<String, Remembered> remembered = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterWrite(LONGEST_REMEMBERED)
            .build();

    ApiKeys(KeyExchange exchange, Clock clock) {
        this.exchange = exchange;
        this.clock = clock;
    }

    /** An exchange that goes on, for all who sent the key meanwhile, or its result. */
    private static final class Remembered {
        private final Uni<String> token;
        private volatile Instant until = Instant.MAX;
        private volatile @Nullable String value;

        Remembered(Uni<KeyExchange.Token> exchange, Clock clock) {
            token = exchange.invoke(granted -> {
                        until = clock.instant().plus(granted.lifetime()).minus(LEAST_REST);
                        value = granted.value();
                    })
                    .map(KeyExchange.Token::value)
                    .onFailure()
                    .invoke(thrown -> until = thrown instanceof AuthenticationFailedException
                            ? clock.instant().plus(REFUSED_FOR)
                            : Instant.MIN)
                    .memoize()
                    .indefinitely();
        }
    }

    /**
     * The token for {@code key}, which came from the address {@code client}. To be called on an event loop; the result may come on another.
     *
     * @return fails with {@link AuthenticationFailedException} if the key is not good, and with {@link ApiException} if that can't be
     *     said now
     */
    public Uni<String> token(ApiKey key, String client) {
        return remembered
                .asMap()
                .compute(
                        key.digest(),
                        (digest, known) -> known != null && clock.instant().isBefore(known.until)
                                ? known
                                : new Remembered(exchange.exchange(key, client), clock))
                .token;
    }

    /** Whether it is known what becomes of {@code key}, or will be soon, so that nobody need be asked about it. */
    public boolean isKnown(ApiKey key) {
        @Nullable Remembered known = remembered.getIfPresent(key.digest());
        return known != null && clock.instant().isBefore(known.until);
    }

    /** {@code token} for {@code key} is not good any more: whoever asks next gets another, or hears that there is none. */
    public void forget(ApiKey key, String token) {
        remembered.asMap().computeIfPresent(key.digest(), (digest, known) -> token.equals(known.value) ? null : known);
    }
}
