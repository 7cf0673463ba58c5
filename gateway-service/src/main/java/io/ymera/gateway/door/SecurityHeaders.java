package io.ymera.gateway.door;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.ymera.gateway.visit.Step;
import io.ymera.gateway.visit.Visit;
import jakarta.inject.Singleton;

/**
 * Tells browsers to do with our answers nothing but hand them to the script that asked. What services say of this does not go through, and
 * what we answer ourselves may set a wider policy after this.
 */
@Singleton
class SecurityHeaders implements Step {

    private static final CharSequence HSTS = HttpHeaders.createOptimized("strict-transport-security");
    private static final CharSequence HSTS_VALUE = HttpHeaders.createOptimized("max-age=31536000; includeSubDomains");
    static final CharSequence POLICY = HttpHeaders.createOptimized("content-security-policy");
    private static final CharSequence POLICY_VALUE =
            HttpHeaders.createOptimized("default-src 'none'; frame-ancestors 'none'");
    private static final CharSequence TYPE_OPTIONS = HttpHeaders.createOptimized("x-content-type-options");
    private static final CharSequence TYPE_OPTIONS_VALUE = HttpHeaders.createOptimized("nosniff");
    private static final CharSequence FRAME = HttpHeaders.createOptimized("x-frame-options");
    private static final CharSequence FRAME_VALUE = HttpHeaders.createOptimized("DENY");
    private static final CharSequence REFERRER = HttpHeaders.createOptimized("referrer-policy");
    private static final CharSequence REFERRER_VALUE = HttpHeaders.createOptimized("no-referrer");

    @Override
    public void take(Visit visit) {
        MultiMap headers = visit.response().headers();
        headers.set(HSTS, HSTS_VALUE);
        headers.set(POLICY, POLICY_VALUE);
        headers.set(TYPE_OPTIONS, TYPE_OPTIONS_VALUE);
        headers.set(FRAME, FRAME_VALUE);
        headers.set(REFERRER, REFERRER_VALUE);
        visit.next();
    }
}
