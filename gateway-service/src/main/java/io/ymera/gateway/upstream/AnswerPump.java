package io.ymera.gateway.upstream;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A service's answer on its way to the client: chunk by chunk, and no faster than the client takes it. Used on the request's event loop
 * only.
 */
final class AnswerPump {

    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    private final HttpClientResponse from;
    private final HttpServerResponse to;
    private final HttpMethod method;
    private final BiConsumer<HttpClientResponse, HttpServerResponse> copyHead;
    private final Consumer<Runnable> guard;
    /** How many bytes are to come; -1 if nobody said. */
    private long left;

    private boolean begun;
    private boolean whole;

    /**
     * @param method the request's, since what follows the head of an answer depends on it
     * @param copyHead gives the answer its head; called when that is sent, since until then we may have to give one of our own
     * @param guard runs what comes of the service's answer later, and sees to what that throws
     */
    AnswerPump(
            HttpClientResponse from,
            HttpServerResponse to,
            HttpMethod method,
            BiConsumer<HttpClientResponse, HttpServerResponse> copyHead,
            Consumer<Runnable> guard) {
        this.from = from;
        this.to = to;
        this.method = method;
        this.copyHead = copyHead;
        this.guard = guard;
        @Nullable String length = from.getHeader(HttpHeaders.CONTENT_LENGTH);
        this.left = length == null ? -1 : Long.parseLong(length);
    }

    /** Does not wait for the body to begin with it. */
    void sendHead() {
        begin();
        to.writeHead();
    }

    /** Whether all of it has come from the service. */
    boolean isWhole() {
        return whole;
    }

    /** @param broken called if the answer does not come as a whole */
    void pump(Runnable broken) {
        from.handler(chunk -> guard.accept(() -> pass(chunk)));
        from.endHandler(ended -> {
            whole = true;
            if (!to.ended()) {
                guard.accept(() -> {
                    begin();
                    to.end();
                });
            }
        });
        from.exceptionHandler(thrown -> {
            if (!to.ended()) {
                broken.run();
            }
        });
    }

    private void begin() {
        if (begun) {
            return;
        }
        begun = true;
        copyHead.accept(from, to);
        boolean bare =
                method == HttpMethod.HEAD || from.statusCode() == NO_CONTENT || from.statusCode() == NOT_MODIFIED;
        if (left >= 0 && from.statusCode() != NO_CONTENT) {
            to.putHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(left));
        } else if (!bare) {
            to.setChunked(true);
        }
    }

    private void pass(Buffer chunk) {
        if (to.ended() || to.closed()) {
            return;
        }
        begin();
        if (left >= 0) {
            left -= chunk.length();
            if (left == 0) {
                whole = true;
                // Head and body of a small answer in one piece, and no wait for the next event
                to.end(chunk);
                return;
            }
        }
        to.write(chunk);
        if (to.writeQueueFull()) {
            from.pause();
            to.drainHandler(drained -> from.resume());
        }
    }
}
