package io.ymera.local.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The live events of one task, over a WebSocket that is opened again, from the last number seen, whenever it drops. A thread
 * of its own keeps it open until {@link #close()}.
 */
public final class TaskStream implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final HttpClient http;
    private final URI socket;
    private final String token;
    private final String taskId;
    private final ObjectMapper json = new ObjectMapper();
    private final BlockingQueue<JsonNode> events = new LinkedBlockingQueue<>();
    private final AtomicLong last = new AtomicLong();
    private final AtomicLong connections = new AtomicLong();
    private final Thread keeper;

    TaskStream(HttpClient http, URI socket, String token, String taskId) {
        this.http = http;
        this.socket = socket;
        this.token = token;
        this.taskId = taskId;
        this.keeper = Thread.ofVirtual().name("task stream").start(this::keepOpen);
    }

    /** The next event, in the order of the stream; empty if there was none within {@code wait}. */
    public Optional<JsonNode> next(Duration wait) throws InterruptedException {
        return Optional.ofNullable(events.poll(wait.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** How many times the WebSocket was opened so far. */
    public long connections() {
        return connections.get();
    }

    private void keepOpen() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    Connection connection = new Connection();
                    WebSocket open = http.newWebSocketBuilder()
                            .header("Authorization", "Bearer " + token)
                            .connectTimeout(CONNECT)
                            .buildAsync(socket, connection)
                            .join();
                    connections.incrementAndGet();
                    try {
                        open.sendText(subscription(), true);
                        connection.closed.await();
                    } finally {
                        open.abort();
                    }
                } catch (CompletionException e) {
                    // not there, for now: the pause below, and again
                }
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed
        }
    }

    private String subscription() {
        return json.createObjectNode()
                .put("type", "subscribe")
                .put("task_id", taskId)
                .put("after", last.get())
                .toString();
    }

    /** Ends the stream. */
    @Override
    public void close() {
        keeper.interrupt();
    }

    /** Puts messages together from their fragments. */
    private final class Connection implements WebSocket.Listener {

        private final CountDownLatch closed = new CountDownLatch(1);
        private final StringBuilder message = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean end) {
            message.append(data);
            if (end) {
                accept(message.toString());
                message.setLength(0);
            }
            webSocket.request(1);
            return null;
        }

        private void accept(String text) {
            try {
                JsonNode event = json.readTree(text);
                if (event.has("sequence")) {
                    last.set(event.path("sequence").asLong());
                    events.add(event);
                } else {
                    closed.countDown(); // the subscription has failed: another, on a new connection, may not
                }
            } catch (JsonProcessingException e) {
                closed.countDown();
            }
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int status, String reason) {
            closed.countDown();
            return null;
        }

        @Override
        public void onError(WebSocket webSocket, Throwable error) {
            closed.countDown();
        }
    }
}
