package io.ymera.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Who need not ask Redis again, because it has said until when the answer is no. It is asked once in {@link #BELIEVED_FOR} all the same:
 * an operator may have let the caller go, and Redis may have lost what it knew. Thread-safe.
 */
final class Denials {

    static final Duration BELIEVED_FOR = Duration.ofSeconds(1);

    private static final int MOST_CALLERS = 10_000;

    private final LongSupplier nanos;
    private final Cache<String, Denial> denials;

    private record Denial(Limit limit, long until) {}

    Denials(LongSupplier nanos) {
        this.nanos = nanos;
        this.denials = Caffeine.newBuilder()
                .maximumSize(MOST_CALLERS)
                .expireAfterWrite(BELIEVED_FOR)
                .ticker(nanos::getAsLong)
                .build();
    }

    /**
     * Redis has refused.
     *
     * @param asked when, in nanoseconds: Redis counts the wait from a later moment, so the caller is never held longer than by Redis
     */
    void remember(String counted, Limit limit, long asked, Duration wait) {
        denials.put(counted, new Denial(limit, asked + wait.toNanos()));
    }

    /** The verdict on a caller who was refused and has to wait still; null if that is not known. */
    @Nullable
    Verdict find(String counted) {
        Denial denial = denials.getIfPresent(counted);
        if (denial == null) {
            return null;
        }
        long wait = denial.until() - nanos.getAsLong();
        return wait > 0 ? Verdict.refused(denial.limit(), Duration.ofNanos(wait)) : null;
    }
}
