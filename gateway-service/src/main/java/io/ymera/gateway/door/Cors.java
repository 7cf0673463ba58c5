package io.ymera.gateway.door;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.ymera.gateway.visit.Step;
import io.ymera.gateway.visit.Visit;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lets scripts of the origins that the operator names use us (WHATWG Fetch, CORS protocol), and answers preflights. Without credentials: a
 * token is in a header, and cookies have no part in it. A script of another origin gets no permission, and so no answer.
 */
@Singleton
class Cors implements Step {

    private static final int NO_CONTENT = 204;
    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
    private static final String REQUEST_HEADERS =
            "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, Last-Event-ID, traceparent, X-API-Key";
    private static final String EXPOSED =
            "ETag, Idempotent-Replayed, Link, Location, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id";
    private static final String TEN_MINUTES = "600";

    private final Set<String> origins;

    Cors(DoorConfig config) {
        origins = config.cors().origins().orElse(List.of()).stream()
                .map(String::strip)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void take(Visit visit) {
        HttpServerRequest request = visit.request();
        @Nullable String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origins.isEmpty() || origin == null) {
            visit.next();
            return;
        }
        HttpServerResponse response = visit.response();
        MultiMap headers = response.headers();
        headers.add(HttpHeaders.VARY, "Origin");
        boolean allowed = origins.contains(origin);
        if (allowed) {
            headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        }
        if (!isPreflight(request)) {
            if (allowed) {
                headers.set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
            }
            visit.next();
            return;
        }
        if (allowed) {
            headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS);
            headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, REQUEST_HEADERS);
            headers.set(HttpHeaders.ACCESS_CONTROL_MAX_AGE, TEN_MINUTES);
        }
        request.resume();
        response.setStatusCode(NO_CONTENT).end();
    }

    private static boolean isPreflight(HttpServerRequest request) {
        return request.method() == HttpMethod.OPTIONS
                && request.headers().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
    }
}
