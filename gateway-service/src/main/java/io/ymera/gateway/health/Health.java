package io.ymera.gateway.health;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.gateway.limit.RateLimits;
import io.ymera.gateway.upstream.LongLived;
import io.ymera.gateway.upstream.Services;
import io.ymera.gateway.visit.Visit;
import io.ymera.web.problem.Failure;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/**
 * Answers {@code /health}, {@code /health/live}, {@code /health/ready} and {@code /health/detailed} from what is known anyway, so that asking
 * costs nothing, in the form of MicroProfile Health. Thread-safe.
 */
@Singleton
public class Health {

    private static final String UP = "UP";
    private static final String DOWN = "DOWN";
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    private final Services services;
    private final RateLimits limits;
    private final LongLived longLived;
    private volatile boolean stopping;

    Health(Services services, RateLimits limits, LongLived longLived) {
        this.services = services;
        this.limits = limits;
        this.longLived = longLived;
    }

    /** From now on we are not ready: load balancers are to take us out. */
    public void stopping() {
        stopping = true;
    }

    /** Whether requests are welcome. A service that is away is no reason to send them elsewhere: it is away from there, too. */
    public boolean isReady() {
        return !stopping;
    }

    /** Answers {@code visit} if {@code path} is one of these; whether it is. */
    public boolean answer(String path, Visit visit) {
        switch (path) {
            case "/health/live" -> answer(visit, true, new JsonArray());
            case "/health", "/health/ready" -> answer(visit, isReady(), new JsonArray().add(self()));
            case "/health/detailed" -> {
                Map<String, Boolean> up = services.up();
                answer(visit, isReady() && !up.containsValue(false), parts(up));
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private JsonArray parts(Map<String, Boolean> up) {
        JsonArray parts = new JsonArray().add(self());
        up.forEach((name, well) -> parts.add(part(name, well)));
        // Its absence shuts nobody out: each replica then counts by itself
        parts.add(part("rate-limits", true).put("data", new JsonObject().put("shared", limits.isShared())));
        return parts;
    }

    private JsonObject self() {
        return part("gateway", isReady())
                .put(
                        "data",
                        new JsonObject()
                                .put("streams", longLived.openStreams())
                                .put("web_sockets", longLived.openWebSockets()));
    }

    private static JsonObject part(String name, boolean up) {
        return new JsonObject().put("name", name).put("status", up ? UP : DOWN);
    }

    private static void answer(Visit visit, boolean up, JsonArray checks) {
        if (visit.request().method() != HttpMethod.GET && visit.request().method() != HttpMethod.HEAD) {
            visit.refuse(new Failure(
                    ErrorCode.METHOD_NOT_ALLOWED,
                    "This path does not have this method.",
                    List.of(),
                    Map.of("Allow", "GET, HEAD")));
            return;
        }
        visit.request().resume();
        HttpServerResponse response = visit.response();
        response.setStatusCode(up ? OK : UNAVAILABLE);
        response.putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
        response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.end(new JsonObject()
                .put("status", up ? UP : DOWN)
                .put("checks", checks)
                .toBuffer());
    }
}
