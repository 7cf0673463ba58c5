package io.ymera.web.problem;

import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.ymera.contracts.problem.ErrorCode;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Refuses a body that is over the limit with a 413 that the sender gets to see: closing while it still sends would reset
 * the connection and lose the answer, so we read on for a moment and throw away what comes.
 */
@Singleton
public final class OversizedBody {

    private static final Duration LINGER = Duration.ofSeconds(5);

    private final ProblemWriter problems;

    OversizedBody(ProblemWriter problems) {
        this.problems = problems;
    }

    /** Answers {@code context} and sees to the rest of its body; {@code limit} is in bytes. To be called on its event loop. */
    public void refuse(RoutingContext context, long limit) {
        HttpServerRequest request = context.request();
        if (!request.isEnded()) {
            discardRest(context, request);
        }
        problems.write(
                context, Failure.of(ErrorCode.BODY_TOO_LARGE, "A request body may have %d bytes.".formatted(limit)));
    }

    private static void discardRest(RoutingContext context, HttpServerRequest request) {
        HttpConnection connection = request.connection();
        long timer = context.vertx().setTimer(LINGER.toMillis(), late -> connection.close());
        request.handler(discarded -> {});
        request.endHandler(ended -> context.vertx().cancelTimer(timer));
        request.exceptionHandler(gone -> context.vertx().cancelTimer(timer));
        request.resume();
    }
}
