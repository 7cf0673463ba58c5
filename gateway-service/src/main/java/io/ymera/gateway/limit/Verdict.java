package io.ymera.gateway.limit;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.time.Duration;

/**
 * Whether a request may pass, and what its sender is told of the limit: in the header fields of draft-ietf-httpapi-ratelimit-headers-10,
 * "RateLimit header fields for HTTP", and in {@code Retry-After} (RFC 9110, section 10.2.3).
 *
 * @param admitted whether it may pass, and was counted; a refused request is not
 * @param limit the limit that it came under
 * @param remaining requests that could follow at once
 * @param reset until when there is room for more than that: the draft's {@code t}. In a sliding window that is when the oldest requests
 *     are forgotten, not when all are
 * @param retryAfter zero if it may pass; otherwise asking earlier is in vain
 */
public record Verdict(boolean admitted, Limit limit, long remaining, Duration reset, Duration retryAfter) {

    private static final CharSequence RATE_LIMIT = HttpHeaders.createOptimized("RateLimit");
    private static final CharSequence RATE_LIMIT_POLICY = HttpHeaders.createOptimized("RateLimit-Policy");

    static Verdict counted(Limit limit, long remaining, Duration reset) {
        return new Verdict(true, limit, remaining, reset, Duration.ZERO);
    }

    static Verdict refused(Limit limit, Duration retryAfter) {
        return new Verdict(false, limit, 0, retryAfter, retryAfter);
    }

    /** Says it in the headers of the answer; {@code Retry-After} only if the request may not pass. */
    public void addTo(MultiMap headers) {
        String name = "\"" + limit.name() + "\"";
        headers.set(RATE_LIMIT_POLICY, name + ";q=" + limit.requests() + ";w=" + seconds(limit.window()));
        headers.set(RATE_LIMIT, name + ";r=" + remaining + ";t=" + seconds(reset));
        if (!admitted) {
            headers.set(HttpHeaders.RETRY_AFTER, Long.toString(seconds(retryAfter)));
        }
    }

    /** Whole ones, rounded up: whoever waits so long has waited long enough. */
    private static long seconds(Duration duration) {
        return duration.getNano() == 0 ? duration.getSeconds() : duration.getSeconds() + 1;
    }
}
