package io.ymera.gateway.upstream;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import org.jspecify.annotations.Nullable;

/**
 * A request's body on its way to a service: chunk by chunk, no faster than the service takes it, and no more bytes than the limit. If it
 * does not arrive as a whole, {@code broken} is called, whose task it is to reset the request, so that no service takes a part for
 * the whole. Used on the request's event loop only.
 */
final class BodyPump {

    private final HttpServerRequest from;
    private final long limit;
    private long received;
    private boolean exceeded;
    private boolean started;
    private boolean heldUp;
    private boolean complete;
    /** Since when nothing but the service has kept it; in the terms of {@link System#nanoTime()}. */
    private long withService = System.nanoTime();

    /** @param limit bytes */
    BodyPump(HttpServerRequest from, long limit) {
        this.from = from;
        this.limit = limit;
        this.complete = !hasBody(from);
    }

    /** Whether any of it may have been read, so that it can't be sent again. */
    boolean isStarted() {
        return started;
    }

    /** Whether all of it has come. */
    boolean isComplete() {
        return complete;
    }

    /** Whether more has to come from the client, and nothing but the client keeps it from coming. */
    boolean isAwaited() {
        return started && !complete && !heldUp;
    }

    /** How long the service has had all that it can have, in nanoseconds. Zero while the client is awaited. */
    long withServiceNanos() {
        return isAwaited() ? 0 : System.nanoTime() - withService;
    }

    boolean isExceeded() {
        return exceeded;
    }

    /** Sends the head of {@code to}, and the body as it comes. */
    void pump(HttpClientRequest to, Runnable broken) {
        if (complete) {
            to.end();
            return;
        }
        started = true;
        @Nullable String length = from.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null) {
            to.setChunked(true);
        } else {
            to.putHeader(HttpHeaders.CONTENT_LENGTH, length);
        }
        from.handler(chunk -> receive(chunk, to, broken));
        from.endHandler(ended -> {
            complete = true;
            withService = System.nanoTime();
            if (!exceeded) {
                to.end();
            }
        });
        from.exceptionHandler(gone -> broken.run());
        if ("100-continue".equalsIgnoreCase(from.getHeader(HttpHeaders.EXPECT))) {
            from.response().writeContinue();
        }
        // The service may refuse by the head alone
        to.sendHead();
        from.resume();
    }

    private void receive(Buffer chunk, HttpClientRequest to, Runnable broken) {
        received += chunk.length();
        if (received > limit) {
            if (!exceeded) {
                exceeded = true;
                broken.run();
            }
            return;
        }
        to.write(chunk);
        if (to.writeQueueFull()) {
            heldUp = true;
            withService = System.nanoTime();
            from.pause();
            to.drainHandler(drained -> {
                heldUp = false;
                from.resume();
            });
        }
    }

    /** A GET without a length has none, and if HTTP/2 brings one all the same, it is thrown away. */
    static boolean hasBody(HttpServerRequest request) {
        @Nullable String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null) {
            return !length.equals("0");
        }
        return request.version() == HttpVersion.HTTP_2
                ? request.method() != HttpMethod.GET && request.method() != HttpMethod.HEAD
                : request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }
}
