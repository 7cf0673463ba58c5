package io.ymera.gateway.upstream;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketBase;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Two WebSockets that are one: what one side sends the other gets, and when one ends so does the other. */
final class WebSocketPair {

    private static final short GOING_AWAY = 1001;
    private static final short POLICY_VIOLATION = 1008;
    private static final short MESSAGE_TOO_BIG = 1009;
    private static final int FIRST_CLOSE_CODE = 1000;
    private static final int LAST_CLOSE_CODE = 4999;

    private final Vertx vertx;
    private final ServerWebSocket outside;
    private final WebSocket inside;
    private final int maxMessageSize;
    private final Runnable ended;
    private long pings = -1;
    private boolean answered = true;
    private boolean over;

    /**
     * @param maxMessageSize bytes
     * @param ended called once, when it is over
     */
    WebSocketPair(Vertx vertx, ServerWebSocket outside, WebSocket inside, int maxMessageSize, Runnable ended) {
        this.vertx = vertx;
        this.outside = outside;
        this.inside = inside;
        this.maxMessageSize = maxMessageSize;
        this.ended = ended;
    }

    /**
     * Starts to carry frames, and to ping the client: one that does not answer before the next ping is gone. If one side has closed
     * already, so does the other, and it is over.
     */
    void join(Duration pingInterval) {
        if (inside.isClosed() || outside.isClosed()) {
            WebSocketBase first = inside.isClosed() ? inside : outside;
            closeBoth(first.closeStatusCode(), first.closeReason());
            return;
        }
        carry(outside, inside);
        carry(inside, outside);
        outside.pongHandler(pong -> answered = true);
        pings = vertx.setPeriodic(pingInterval.toMillis(), due -> ping());
        inside.resume();
    }

    /** Ends the connection; the client may come back with another token. */
    void refuseFurther(String reason) {
        closeBoth(POLICY_VIOLATION, reason);
    }

    /** Ends the connection, as the gateway stops; the client may come back at once. */
    void goAway() {
        closeBoth(GOING_AWAY, "the gateway stops");
    }

    private void ping() {
        if (answered) {
            answered = false;
            outside.writePing(Buffer.buffer("ymera"));
        } else {
            closeBoth(GOING_AWAY, "no answer to a ping");
        }
    }

    private void carry(WebSocketBase from, WebSocketBase to) {
        // Vert.x limits messages that it puts together, and frames; we pass on frames, so the sum is ours to limit
        long[] messageBytes = {0};
        from.frameHandler(frame -> {
            if (!frame.isText() && !frame.isBinary() && !frame.isContinuation()) {
                return;
            }
            messageBytes[0] = frame.binaryData().length() + (frame.isContinuation() ? messageBytes[0] : 0);
            if (messageBytes[0] > maxMessageSize) {
                from.close(MESSAGE_TOO_BIG, "at most " + maxMessageSize + " bytes");
                return;
            }
            to.writeFrame(frame);
            if (to.writeQueueFull()) {
                from.pause();
                to.drainHandler(drained -> from.resume());
            }
        });
        from.exceptionHandler(thrown -> from.close());
        from.closeHandler(closed -> {
            end();
            close(to, from.closeStatusCode(), from.closeReason());
        });
    }

    /** Waits for neither side: one that is gone would never answer the close. */
    private void closeBoth(@Nullable Short code, @Nullable String reason) {
        end();
        close(outside, code, reason);
        close(inside, code, reason);
    }

    private void end() {
        if (!over) {
            over = true;
            vertx.cancelTimer(pings);
            ended.run();
        }
    }

    private static void close(WebSocketBase socket, @Nullable Short code, @Nullable String reason) {
        if (socket.isClosed()) {
            return;
        }
        if (code != null && isSendable(code)) {
            socket.close(code, reason);
        } else {
            socket.close(GOING_AWAY);
        }
    }

    /** 1005 and 1006 mean that none was sent. */
    private static boolean isSendable(short code) {
        return code >= FIRST_CLOSE_CODE && code <= LAST_CLOSE_CODE && code != 1005 && code != 1006;
    }
}
