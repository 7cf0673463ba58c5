package io.ymera.bench.gateway;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Many WebSockets on two event loops. */
final class WebSocketClients implements AutoCloseable {

    private static final int AT_A_TIME = 100;

    /** From one loopback address to one port; there are 28,000 ports for outgoing connections on an ordinary Linux. */
    private static final int PER_ADDRESS = 20_000;

    private static final int PATIENCE_SECONDS = 60;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
    private final List<WebSocketClient> clients = new ArrayList<>();
    private final List<WebSocket> sockets = new ArrayList<>();
    private final URI url;
    private final String token;

    WebSocketClients(URI url, String token) {
        this.url = url;
        this.token = token;
    }

    /** So many more; fails if one can't be opened. */
    void open(int number) throws IOException, InterruptedException {
        for (int done = 0; done < number; done += AT_A_TIME) {
            List<Future<WebSocket>> opening = new ArrayList<>();
            for (int i = 0; i < Math.min(AT_A_TIME, number - done); i++) {
                opening.add(client(sockets.size() + i).connect(options()));
            }
            await(Future.all(opening));
            opening.forEach(opened -> sockets.add(opened.result()));
        }
    }

    private WebSocketClient client(int index) {
        int address = index / PER_ADDRESS;
        while (clients.size() <= address) {
            clients.add(vertx.createWebSocketClient(new WebSocketClientOptions()
                    .setLocalAddress("127.0.0." + (clients.size() + 1))
                    .setMaxConnections(PER_ADDRESS)));
        }
        return clients.get(address);
    }

    private WebSocketConnectOptions options() {
        return new WebSocketConnectOptions()
                .setHost(url.getHost())
                .setPort(url.getPort())
                .setURI(url.getPath())
                .putHeader("Authorization", "Bearer " + token);
    }

    /** How many have closed. */
    int closed() {
        return (int) sockets.stream().filter(WebSocket::isClosed).count();
    }

    /** How many of {@code sample}, spread over all of them, bring back what is sent. */
    int echo(int sample) throws IOException, InterruptedException {
        int step = Math.max(1, sockets.size() / sample);
        List<Future<Boolean>> echoes = new ArrayList<>();
        for (int i = 0; i < sockets.size() && echoes.size() < sample; i += step) {
            echoes.add(echo(sockets.get(i), "still there? " + i));
        }
        await(Future.all(echoes));
        return (int) echoes.stream().filter(Future::result).count();
    }

    private static Future<Boolean> echo(WebSocket socket, String text) {
        if (socket.isClosed()) {
            return Future.succeededFuture(false);
        }
        Promise<Boolean> echoed = Promise.promise();
        socket.textMessageHandler(answer -> echoed.tryComplete(answer.equals(text)));
        socket.writeTextMessage(text).onFailure(gone -> echoed.tryComplete(false));
        return echoed.future().timeout(PATIENCE_SECONDS, TimeUnit.SECONDS).otherwise(false);
    }

    private static void await(Future<?> future) throws IOException, InterruptedException {
        try {
            future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IOException("WebSockets fail: " + e.getCause(), e);
        } catch (TimeoutException e) {
            throw new IOException("WebSockets do not come within %d s".formatted(PATIENCE_SECONDS), e);
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
