package io.ymera.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.security.AuthenticationFailedException;
import io.ymera.gateway.visit.Visit;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Credentials that are not good, counted by the address that they come from, so that nobody tries for long. Good ones are not counted, and
 * who shows them is not held up by others at the same address, unless somebody else has to be asked about them. Thread-safe.
 */
@Singleton
public class RefusedCredentials {

    private static final String CLASS = "refused";
    private static final int MOST_ADDRESSES = 10_000;

    private final RateLimits rateLimits;
    private final Limits limits;
    /** Where too many have come from a moment ago. */
    private final Cache<String, Verdict> exhausted = Caffeine.newBuilder()
            .maximumSize(MOST_ADDRESSES)
            .expireAfterWrite(Denials.BELIEVED_FOR)
            .build();

    RefusedCredentials(RateLimits rateLimits, Limits limits) {
        this.rateLimits = rateLimits;
        this.limits = limits;
    }

    /** Answers {@code visit}, whose credentials are not good, with 401, or with 429 if there were too many such. On its event loop. */
    public void refuse(Visit visit, AuthenticationFailedException why) {
        String address = CallerKey.address(visit.client());
        rateLimits
                .admit(limits.named(CLASS), address)
                .onSuccess(verdict -> visit.run(() -> {
                    if (verdict.admitted()) {
                        visit.refuse(why);
                    } else {
                        exhausted.put(address, verdict);
                        RateLimiting.refuse(visit, verdict);
                    }
                }));
    }

    /** Whether somebody may be asked about the credentials of {@code visit}; if not, because of others before them, it is answered with 429. */
    public boolean mayAsk(Visit visit) {
        @Nullable Verdict verdict = exhausted.getIfPresent(CallerKey.address(visit.client()));
        if (verdict != null) {
            RateLimiting.refuse(visit, verdict);
        }
        return verdict == null;
    }
}
