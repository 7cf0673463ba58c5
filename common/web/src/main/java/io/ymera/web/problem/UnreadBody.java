package io.ymera.web.problem;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;

/**
 * What is left of the body of a request that was answered early. Left alone it would block the connection; closing while the
 * client still sends would reset the connection and lose the answer. So we read on for a moment and throw away what comes.
 */
public final class UnreadBody {

    private static final Duration LINGER = Duration.ofSeconds(5);

    private UnreadBody() {}

    /** Reads the rest of {@code request}'s body, or closes the connection if it takes long. On the event loop only. */
    public static void discard(Vertx vertx, HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        HttpConnection connection = request.connection();
        long timer = vertx.setTimer(LINGER.toMillis(), late -> connection.close());
        request.handler(discarded -> {});
        request.endHandler(ended -> vertx.cancelTimer(timer));
        request.exceptionHandler(gone -> vertx.cancelTimer(timer));
        request.resume();
    }
}
