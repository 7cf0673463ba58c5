package io.ymera.gateway.upstream;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.ReadStream;
import io.vertx.httpproxy.Body;
import org.jspecify.annotations.Nullable;

/**
 * A request's body that fails when more bytes come than the limit. The proxy then resets its request to the service, so that
 * no service takes a cut body for a whole one. Used on the request's event loop only.
 */
final class LimitedBody implements Body, ReadStream<Buffer> {

    /** More bytes came than the limit. */
    static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLarge() {
            super("The body is over the limit", null, false, false);
        }
    }

    private final HttpServerRequest request;
    private final long announced;
    private final long limit;
    private long received;
    private boolean exceeded;
    private @Nullable Handler<Throwable> failed;

    /** @param announced the Content-Length, or -1 */
    LimitedBody(HttpServerRequest request, long announced, long limit) {
        this.request = request;
        this.announced = announced;
        this.limit = limit;
    }

    boolean isExceeded() {
        return exceeded;
    }

    @Override
    public long length() {
        return announced;
    }

    @Override
    public ReadStream<Buffer> stream() {
        return this;
    }

    @Override
    public ReadStream<Buffer> handler(@Nullable Handler<Buffer> handler) {
        request.handler(handler == null ? null : chunk -> receive(chunk, handler));
        return this;
    }

    private void receive(Buffer chunk, Handler<Buffer> handler) {
        received += chunk.length();
        if (received <= limit) {
            handler.handle(chunk);
        } else if (!exceeded) {
            exceeded = true;
            if (failed != null) {
                failed.handle(new TooLarge());
            }
        }
    }

    @Override
    public ReadStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
        failed = handler;
        request.exceptionHandler(handler);
        return this;
    }

    @Override
    public ReadStream<Buffer> pause() {
        request.pause();
        return this;
    }

    @Override
    public ReadStream<Buffer> resume() {
        request.resume();
        return this;
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
        request.fetch(amount);
        return this;
    }

    @Override
    public ReadStream<Buffer> endHandler(@Nullable Handler<Void> handler) {
        request.endHandler(handler);
        return this;
    }
}
