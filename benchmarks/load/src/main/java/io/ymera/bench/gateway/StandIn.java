package io.ymera.bench.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.ServerWebSocket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Stands in for the services, in a process of its own: hands out auth-service's keys, says that nothing has been revoked, echoes on
 * WebSockets, sends as many bytes as {@code ?bytes=} says, and counts those that it is sent.
 */
final class StandIn {

    private static final int LISTENING = 1024;
    private static final int CHUNK_BYTES = 64 * 1024;
    private static final long MILLIS_PER_SECOND = 1000;

    private final Vertx vertx;
    private final Buffer keySet;
    private final Buffer chunk = Buffer.buffer(new byte[CHUNK_BYTES]);

    private StandIn(Vertx vertx, Buffer keySet) {
        this.vertx = vertx;
        this.keySet = keySet;
    }

    /** With the port and the file with the key set as arguments; runs until it is killed. */
    public static void main(String[] arguments) throws IOException {
        Vertx vertx = Vertx.vertx();
        StandIn services = new StandIn(vertx, Buffer.buffer(Files.readAllBytes(Path.of(arguments[1]))));
        vertx.createHttpServer(new HttpServerOptions()
                        .setHost("127.0.0.1")
                        .setPort(Integer.parseInt(arguments[0]))
                        .setAcceptBacklog(LISTENING))
                .requestHandler(services::answer)
                .webSocketHandler(StandIn::echo)
                .listen()
                .onFailure(thrown -> {
                    System.err.println(thrown);
                    System.exit(1);
                });
    }

    private void answer(HttpServerRequest request) {
        String bytes = request.getParam("bytes");
        String path = Objects.requireNonNullElse(request.path(), "");
        if (path.equals("/.well-known/jwks.json")) {
            json(request, keySet);
        } else if (path.equals("/auth/revocations")) {
            revocations(request);
        } else if (bytes != null) {
            send(request.response(), Long.parseLong(bytes));
        } else if (request.method().name().equals("POST")) {
            count(request);
        } else {
            json(request, Buffer.buffer(NginxServers.ANSWER));
        }
    }

    /** None, and late, as auth-service does when there are none. */
    private void revocations(HttpServerRequest request) {
        String seconds = request.getParam("wait", "0");
        Runnable none =
                () -> json(request, Buffer.buffer("{\"items\":[],\"cursor\":0,\"more\":false,\"reset\":false}"));
        if (seconds.equals("0")) {
            none.run();
        } else {
            vertx.setTimer(Long.parseLong(seconds) * MILLIS_PER_SECOND, due -> none.run());
        }
    }

    private void send(HttpServerResponse response, long bytes) {
        response.putHeader(HttpHeaders.CONTENT_TYPE, "application/octet-stream");
        response.putHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(bytes));
        response.exceptionHandler(gone -> {});
        sendOn(response, bytes);
    }

    /** For as long as the client takes it. */
    private void sendOn(HttpServerResponse response, long bytes) {
        long left = bytes;
        while (left > 0) {
            if (response.closed()) {
                return;
            }
            if (response.writeQueueFull()) {
                long later = left;
                response.drainHandler(drained -> sendOn(response, later));
                return;
            }
            int size = (int) Math.min(left, CHUNK_BYTES);
            response.write(size == CHUNK_BYTES ? chunk : chunk.slice(0, size));
            left -= size;
        }
        response.end();
    }

    private void count(HttpServerRequest request) {
        long[] bytes = {0};
        request.exceptionHandler(gone -> {});
        request.handler(part -> bytes[0] += part.length());
        request.endHandler(ended -> json(request, Buffer.buffer("{\"bytes\":%d}".formatted(bytes[0]))));
    }

    private static void json(HttpServerRequest request, Buffer body) {
        if (!request.response().closed()) {
            request.response()
                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                    .end(body);
        }
    }

    private static void echo(ServerWebSocket socket) {
        socket.textMessageHandler(socket::writeTextMessage);
    }
}
