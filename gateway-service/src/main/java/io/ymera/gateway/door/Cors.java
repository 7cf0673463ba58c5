package io.ymera.gateway.door;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.ymera.gateway.visit.Step;
import io.ymera.gateway.visit.Visit;
import io.ymera.web.startup.ConfigError;
import io.ymera.web.startup.StartupCheck;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lets scripts of the origins that the operator names use us (WHATWG Fetch, CORS protocol), and answers preflights. Without credentials: a
 * token is in a header, and cookies have no part in it, so that {@code *} for all origins gives away nothing that a program of theirs
 * could not have. A script of another origin gets no permission, and so no answer.
 */
@Singleton
class Cors implements Step, StartupCheck {

    private static final int NO_CONTENT = 204;
    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
    private static final String REQUEST_HEADERS =
            "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, Last-Event-ID, traceparent, X-API-Key";
    private static final String EXPOSED =
            "ETag, Idempotent-Replayed, Link, Location, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id";
    private static final String TEN_MINUTES = "600";
    private static final String ANY = "*";
    /** As browsers write it (RFC 6454, section 6.2). */
    private static final Pattern ORIGIN = Pattern.compile("https?://([a-z0-9_.-]+|\\[[0-9a-f:.]+])(:[0-9]{1,5})?");

    private final Set<String> origins;

    Cors(DoorConfig config) {
        origins = config.cors().origins().orElse(List.of()).stream()
                .map(String::strip)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<ConfigError> check() {
        return origins.stream()
                .filter(origin -> !origin.equals(ANY) && !isOrigin(origin))
                .map(origin -> new ConfigError(
                        "CORS_ORIGINS",
                        origin,
                        "origins as browsers write them, separated by commas: https://app.example.org or "
                                + "http://localhost:3000, in lower case, without a path, the last slash or the "
                                + "scheme's own port; or * for any"))
                .toList();
    }

    private static boolean isOrigin(String text) {
        return ORIGIN.matcher(text).matches()
                && !(text.startsWith("https:") && text.endsWith(":443"))
                && !(text.startsWith("http:") && text.endsWith(":80"));
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
        boolean any = origins.contains(ANY);
        boolean allowed = any || origins.contains(origin);
        if (allowed) {
            headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, any ? ANY : origin);
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
