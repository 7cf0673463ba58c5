package io.ymera.gateway.upstream;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
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
    /** How many bytes are to come; -1 if nobody said. */
    private long left;

    /** @param method the request's, since what follows the head of an answer depends on it */
    AnswerPump(HttpClientResponse from, HttpServerResponse to, HttpMethod method) {
        this.from = from;
        this.to = to;
        @Nullable String length = from.getHeader(HttpHeaders.CONTENT_LENGTH);
        boolean bare =
                method == HttpMethod.HEAD || from.statusCode() == NO_CONTENT || from.statusCode() == NOT_MODIFIED;
        this.left = length == null ? -1 : Long.parseLong(length);
        if (length != null && from.statusCode() != NO_CONTENT) {
            to.putHeader(HttpHeaders.CONTENT_LENGTH, length);
        } else if (!bare) {
            to.setChunked(true);
        }
    }

    /** @param broken called if the answer does not come as a whole */
    void pump(Runnable broken) {
        from.handler(this::pass);
        from.endHandler(ended -> {
            if (!to.ended()) {
                to.end();
            }
        });
        from.exceptionHandler(thrown -> {
            if (!to.ended()) {
                broken.run();
            }
        });
    }

    private void pass(Buffer chunk) {
        if (to.ended() || to.closed()) {
            return;
        }
        if (left >= 0) {
            left -= chunk.length();
            if (left == 0) {
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
