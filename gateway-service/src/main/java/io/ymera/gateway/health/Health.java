package io.ymera.gateway.health;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.ymera.gateway.limit.RateLimits;
import io.ymera.gateway.upstream.LongLived;
import io.ymera.gateway.upstream.Services;
import io.ymera.gateway.visit.Visit;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

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

    /** What answers {@code visit} if {@code path} is one of these. */
    public Optional<Runnable> at(String path, Visit visit) {
        return switch (path) {
            case "/health/live" -> Optional.of(() -> answer(visit.response(), true, new JsonArray()));
            case "/health", "/health/ready" ->
                Optional.of(() -> answer(visit.response(), isReady(), new JsonArray().add(self())));
            case "/health/detailed" -> Optional.of(() -> detailed(visit.response()));
            default -> Optional.empty();
        };
    }

    private void detailed(HttpServerResponse response) {
        Map<String, Boolean> up = services.up();
        answer(response, isReady() && !up.containsValue(false), parts(up));
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

    private static void answer(HttpServerResponse response, boolean up, JsonArray checks) {
        response.setStatusCode(up ? OK : UNAVAILABLE);
        response.putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
        response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.end(new JsonObject()
                .put("status", up ? UP : DOWN)
                .put("checks", checks)
                .toBuffer());
    }
}
