package io.ymera.gateway.limit;

import io.ymera.contracts.problem.ErrorCode;
import io.ymera.gateway.visit.Step;
import io.ymera.gateway.visit.Visit;
import io.ymera.web.identity.CallerPrincipal;
import io.ymera.web.problem.Failure;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Not too often? Counted by user, API key or service, and where anyone may, by address. */
@Singleton
public class RateLimiting implements Step {

    private final RateLimits rateLimits;
    private final Limits limits;

    RateLimiting(RateLimits rateLimits, Limits limits) {
        this.rateLimits = rateLimits;
        this.limits = limits;
    }

    @Override
    public void take(Visit visit) {
        if (!rateLimits.isEnabled()) {
            visit.next();
            return;
        }
        Limit limit = limits.named(visit.requireMatch().route().limit());
        rateLimits.admit(limit, key(visit)).onSuccess(verdict -> visit.run(() -> decide(visit, verdict)));
    }

    private static void decide(Visit visit, Verdict verdict) {
        if (!verdict.admitted()) {
            refuse(visit, verdict);
        } else if (!visit.isOver()) {
            verdict.addTo(visit.response().headers());
            visit.next();
        }
    }

    /** Answers with 429, and says which limit that is and when to come back. */
    static void refuse(Visit visit, Verdict verdict) {
        if (!visit.isOver()) {
            verdict.addTo(visit.response().headers());
            String retryAfter = visit.response().headers().get("Retry-After");
            visit.refuse(new Failure(
                    ErrorCode.TOO_MANY_REQUESTS,
                    "%d requests in %d seconds are the limit (%s): try again in %s seconds."
                            .formatted(
                                    verdict.limit().requests(),
                                    Math.max(1, verdict.limit().window().toSeconds()),
                                    verdict.limit().name(),
                                    retryAfter),
                    List.of(),
                    Map.of()));
        }
    }

    private static String key(Visit visit) {
        @Nullable CallerPrincipal caller = visit.caller();
        if (caller == null) {
            return CallerKey.address(visit.client());
        }
        return visit.isByApiKey() ? CallerKey.apiKey(caller.grantId().toString()) : CallerKey.user(caller.subject());
    }
}
