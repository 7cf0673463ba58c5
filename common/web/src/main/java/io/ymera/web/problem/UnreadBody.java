package io.ymera.web.problem;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.time.Duration;

/**
 * What is left of the body of a request that was answered early. Left alone it would block the connection; closing while the
 * client still sends would reset the connection and lose the answer. So we read on for a moment and throw away what comes.
 */
public final class UnreadBody {

    private static final Duration LINGER = Duration.ofSeconds(5);
    private static final int NO_ERROR = 0;

    private UnreadBody() {}

    /**
     * Reads the rest of {@code request}'s body, or ends it if that takes long, over HTTP/1.1 with its connection. On the event
     * loop only.
     */
    public static void discard(Vertx vertx, HttpServerRequest request) {
        discard(vertx, request, LINGER);
    }

    static void discard(Vertx vertx, HttpServerRequest request, Duration linger) {
        if (request.isEnded()) {
            return;
        }
        long timer = vertx.setTimer(linger.toMillis(), late -> stop(request));
        request.handler(discarded -> {});
        request.endHandler(ended -> vertx.cancelTimer(timer));
        request.exceptionHandler(gone -> vertx.cancelTimer(timer));
        request.resume();
    }

    private static void stop(HttpServerRequest request) {
        if (request.isEnded()) {
            // Who has put other handlers in the place of ours kept us from hearing that. The next request may be under
            // way
            return;
        }
        if (request.version() == HttpVersion.HTTP_2) {
            // Only this request: there may be others on its connection (RFC 9113, section 8.1)
            request.response().reset(NO_ERROR);
        } else {
            request.connection().close();
        }
    }
}
