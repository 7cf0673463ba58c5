package io.ymera.gateway;

import static java.util.Objects.requireNonNullElse;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A service that the gateway can have behind it and that is none of ours: it tells what it was sent. The request header {@code
 * X-Echo} makes it misbehave. It stands where manager-agent would; where auth-service would, nothing listens.
 */
public final class EchoUpstream implements QuarkusTestResourceLifecycleManager {

    /** Names a request, so that a test can ask whether it arrived as a whole. */
    public static final String ID = "X-Echo-Id";

    /** What it is to do: completed, stack-trace, problem, silence, hang-up, half, stream, download, large. */
    public static final String MODE = "X-Echo";

    /** Whoever comes from there, a loopback address too, is believed by the gateway. */
    public static final String TRUSTED_PROXY = "127.0.0.2";

    /** Bytes of a large answer. */
    public static final int LARGE = 5_000_000;

    static final String DOOR_PORT = "ymera.gateway.door.port";

    private static final String SLOW = "slow=";
    private static final String NEVER = "never=";
    private static final String CLOSING = "closing=";

    private final Set<String> completed = ConcurrentHashMap.newKeySet();
    private final Vertx vertx = Vertx.vertx();

    @Override
    public Map<String, String> start() {
        HttpServer server = vertx.createHttpServer(new HttpServerOptions().setMaxWebSocketMessageSize(10_000_000))
                .requestHandler(this::serve)
                .webSocketHandler(this::echo)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        int door = freePort();
        return Map.ofEntries(
                Map.entry("ymera.gateway.upstream.services.manager.targets", "http://127.0.0.1:" + server.actualPort()),
                Map.entry("ymera.gateway.upstream.services.auth.targets", "http://127.0.0.1:9"),
                Map.entry("ymera.gateway.upstream.timeout", "2s"),
                // A test that makes the upstream fail is not to shut it out for the next
                Map.entry("ymera.gateway.upstream.breaker.failures", "1000"),
                Map.entry("ymera.gateway.door.stop.delay", "0s"),
                Map.entry("ymera.gateway.door.allowed-hosts", "localhost,127.0.0.1,gateway"),
                Map.entry("ymera.trusted-proxies", TRUSTED_PROXY),
                // All tests are a few callers
                Map.entry("ymera.rate-limit.classes.default.requests", "1000000"),
                Map.entry("ymera.rate-limit.classes.sign-in.requests", "1000000"),
                Map.entry("ymera.rate-limit.classes.few.requests", "1"),
                Map.entry("ymera.rate-limit.classes.refused.requests", "20000"),
                Map.entry(DOOR_PORT, Integer.toString(door)),
                Map.entry("test.door", "http://127.0.0.1:" + door));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void serve(HttpServerRequest request) {
        long[] bytes = {0};
        request.handler(chunk -> bytes[0] += chunk.length());
        request.endHandler(ended -> {
            String mode = request.getHeader(MODE);
            if (request.getHeader(ID) != null
                    && !"stream".equals(mode)
                    && !"download".equals(mode)
                    && !"silence".equals(mode)) {
                completed.add(request.getHeader(ID));
            }
            answer(request, bytes[0]);
        });
    }

    private void answer(HttpServerRequest request, long bytes) {
        HttpServerResponse response = request.response();
        switch (requireNonNullElse(request.getHeader(MODE), "")) {
            case "completed" -> response.end(new JsonArray(completed.stream().toList()).encode());
            case "stack-trace" ->
                response.setStatusCode(500)
                        .setStatusMessage("java.lang.Secret")
                        .putHeader("Content-Type", "text/plain")
                        .end("java.lang.NullPointerException\n\tat com.example.Secret.run(Secret.java:1)");
            case "problem" ->
                response.setStatusCode(503)
                        .putHeader("Content-Type", "application/problem+json")
                        .putHeader("Retry-After", "7")
                        .end("{\"code\":\"overloaded\"}");
            // For as long as anybody listens
            case "silence" -> {
                complete(request, " arrived");
                response.closeHandler(gone -> complete(request, " gone"));
            }
            case "hang-up" -> request.connection().close();
            case "half" ->
                response.putHeader("Content-Length", "1000")
                        .write("the first half")
                        .onComplete(written -> request.connection().close());
            case "stream" -> stream(request, "text/event-stream");
            case "quiet" ->
                response.setChunked(true)
                        .putHeader("Content-Type", "text/event-stream")
                        .writeHead();
            case "download" -> stream(request, "application/x-ndjson");
            case "large" -> response.end(Buffer.buffer(new byte[LARGE]));
            default -> echo(request, bytes);
        }
    }

    /** Something at once, and something after the gateway's time limit; a client that goes meanwhile is completed. */
    private void stream(HttpServerRequest request, String type) {
        HttpServerResponse response = request.response().setChunked(true).putHeader("Content-Type", type);
        response.write("data: first\n\n");
        long timer = vertx.setTimer(3_000, later -> response.end("data: second\n\n"));
        response.closeHandler(gone -> {
            vertx.cancelTimer(timer);
            complete(request, "");
        });
    }

    private void complete(HttpServerRequest request, String how) {
        if (request.getHeader(ID) != null) {
            completed.add(request.getHeader(ID) + how);
        }
    }

    /** Says when it came and when it is gone; it is accepted when the result says so. */
    private Promise<Integer> hesitate(ServerWebSocket socket, String id) {
        completed.add(id + " arrived");
        socket.closeHandler(closed -> completed.add(id + " gone"));
        Promise<Integer> decision = Promise.promise();
        socket.setHandshake(decision.future());
        return decision;
    }

    private static void echo(HttpServerRequest request, long bytes) {
        JsonObject headers = new JsonObject();
        request.headers().forEach(h -> headers.put(h.getKey().toLowerCase(Locale.ROOT), h.getValue()));
        request.response()
                .setStatusCode(201)
                .putHeader("Content-Type", "application/json")
                .putHeader("Server", "upstream/1.0")
                .putHeader("X-Powered-By", "secrets")
                .putHeader("X-Internal-Address", "10.0.0.1")
                .putHeader("X-Frame-Options", "ALLOWALL")
                .putHeader("Set-Cookie", "session=upstream")
                .putHeader("Location", "http://" + request.getHeader("Host") + "/tasks/1")
                .end(new JsonObject()
                        .put("method", request.method().name())
                        .put("uri", request.uri())
                        .put("headers", headers)
                        .put("body_bytes", bytes)
                        .encode());
    }

    private void echo(ServerWebSocket socket) {
        String query = requireNonNullElse(socket.query(), "");
        if (query.startsWith(SLOW)) {
            Promise<Integer> decision = hesitate(socket, query.substring(SLOW.length()));
            vertx.setTimer(500, later -> decision.complete(101));
            return;
        }
        if (query.startsWith(NEVER)) {
            hesitate(socket, query.substring(NEVER.length()));
            return;
        }
        if (query.startsWith(CLOSING)) {
            socket.accept();
            String id = query.substring(CLOSING.length());
            socket.closeHandler(closed -> completed.add(id + " gone"));
            socket.close((short) 4002, "not today");
            return;
        }
        if (!socket.path().equals("/ws") || "refuse=true".equals(socket.query())) {
            socket.reject(403);
            return;
        }
        socket.textMessageHandler(text -> {
            if (text.startsWith("close:")) {
                socket.close(Short.parseShort(text.substring(6)), "as asked");
            } else if (text.equals("later")) {
                // After the gateway's time limit
                vertx.setTimer(3_000, due -> socket.writeTextMessage("echo later"));
            } else if (text.equals("headers")) {
                socket.writeTextMessage(
                        String.join(",", socket.headers().names()).toLowerCase(Locale.ROOT));
            } else if (text.startsWith("send:")) {
                socket.writeTextMessage("x".repeat(Integer.parseInt(text.substring(5))));
            } else {
                socket.writeTextMessage("echo " + text);
            }
        });
    }
}
