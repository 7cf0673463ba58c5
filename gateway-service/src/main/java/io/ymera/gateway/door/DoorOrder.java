package io.ymera.gateway.door;

import io.quarkus.vertx.http.runtime.security.SecurityHandlerPriorities;
import io.ymera.web.FilterOrder;

/**
 * The order of the front door, as Quarkus filter priorities: a higher one sees the request first.
 *
 * <p>Request id and trace (common/web) → access log → body limit, announced (common/web) → security headers → route →
 * authentication → role → upstream (time limit, body limit while streaming).
 */
public final class DoorOrder {

    static final int ACCESS_LOG = FilterOrder.TRACE - 50;
    static final int SECURITY_HEADERS = FilterOrder.BODY_LIMIT + 10;
    static final int ROUTE = FilterOrder.BODY_LIMIT - 10;

    /** After Quarkus has put its authenticator in place, which it does without looking at the token yet. */
    static final int AUTHENTICATION = SecurityHandlerPriorities.AUTHORIZATION - 10;

    static final int ROLE = AUTHENTICATION - 10;

    /** The last: nothing that is routed goes beyond. */
    public static final int UPSTREAM = ROLE - 10;

    private DoorOrder() {}
}
