package io.ymera.manager;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.ymera.contracts.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client's end of the WebSocket. */
public final class LiveClient implements WebSocket.Listener, AutoCloseable {

    private static final ObjectMapper JSON = Json.mapper();

    private final BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
    private final CompletableFuture<String> closed = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private final HttpClient http = HttpClient.newHttpClient();
    private final WebSocket socket;

    /** Opens a connection; the handshake carries the client's token. */
    public LiveClient(Client client) {
        socket = http.newWebSocketBuilder()
                .header("Authorization", "Bearer " + client.token())
                .buildAsync(URI.create("ws://localhost:" + RestAssured.port + "/ws"), this)
                .join();
    }

    /** What was seen, in order. */
    public record Seen(List<JsonNode> events) {
        public List<String> types() {
            return events.stream().map(event -> event.path("type").asText()).toList();
        }

        public List<Long> sequences() {
            return events.stream().map(event -> event.path("sequence").asLong()).toList();
        }
    }

    /** Follows a task from after number {@code after} to its end, on a connection of its own. */
    public static Seen follow(Client client, UUID task, long after) {
        try (LiveClient live = new LiveClient(client)) {
            live.subscribe(task, after);
            return live.untilLast();
        }
    }

    public void subscribe(UUID task, long after) {
        send("{\"type\": \"subscribe\", \"task_id\": \"%s\", \"after\": %d}".formatted(task, after));
    }

    public void send(String message) {
        socket.sendText(message, true).join();
    }

    /** Reads up to and with the event that ends a task. */
    public Seen untilLast() {
        return until("task.completed", "task.failed", "task.cancelled");
    }

    /** Reads up to and with an event of one of these types. */
    public Seen until(String... types) {
        List<JsonNode> events = new ArrayList<>();
        do {
            events.add(next());
        } while (!List.of(types).contains(events.getLast().path("type").asText()));
        return new Seen(events);
    }

    /** The next message. */
    public JsonNode next() {
        try {
            JsonNode message = received.poll(30, TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("Nothing came over the WebSocket");
            }
            return message;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            try {
                received.add(JSON.readTree(partial.toString()));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            partial.setLength(0);
        }
        return WebSocket.Listener.super.onText(webSocket, data, last);
    }

    /** How the other side ended the connection: code and reason. */
    public String untilClosed() throws Exception {
        return closed.get(30, TimeUnit.SECONDS);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
        closed.complete(code + " " + reason);
        return WebSocket.Listener.super.onClose(webSocket, code, reason);
    }

    @Override
    public void close() {
        socket.abort();
        http.close();
    }
}
