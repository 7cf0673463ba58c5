package io.ymera.auth.origin;

import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from.
 *
 * @param address the client's IP address; null if there is no request
 * @param userAgent what the client calls itself, up to {@value #LONGEST_USER_AGENT} characters without control characters; null
 *     if it does not say
 */
public record Origin(@Nullable String address, @Nullable String userAgent) {

    static final int LONGEST_USER_AGENT = 300;

    /** Nobody's request: a timer, the start of the service. */
    public static final Origin NONE = new Origin(null, null);
}
