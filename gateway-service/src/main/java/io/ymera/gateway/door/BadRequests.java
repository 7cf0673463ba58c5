package io.ymera.gateway.door;

import static java.util.Objects.requireNonNullElse;

import io.netty.handler.codec.TooLongFrameException;
import io.vertx.core.http.HttpServerRequest;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.web.problem.Failure;
import org.jspecify.annotations.Nullable;

/** What is wrong with a request that could not be read as one. */
final class BadRequests {

    private BadRequests() {}

    static Failure failure(HttpServerRequest request) {
        @Nullable Throwable cause = request.decoderResult().cause();
        if (!(cause instanceof TooLongFrameException)) {
            return Failure.of(ErrorCode.MALFORMED_REQUEST, "That is no HTTP request.");
        }
        return requireNonNullElse(cause.getMessage(), "").startsWith("HTTP header")
                ? Failure.of(ErrorCode.HEADERS_TOO_LARGE, "Send smaller headers.")
                : Failure.of(ErrorCode.URI_TOO_LONG, "Send a shorter request line.");
    }
}
