package io.ymera.gateway.door;

import static java.util.Objects.requireNonNullElse;

import io.netty.handler.codec.TooLongFrameException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.contracts.problem.Problem;
import io.ymera.web.problem.Failure;
import io.ymera.web.problem.ProblemWriter;
import io.ymera.web.trace.TraceContext;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Answers what is no HTTP, and hangs up: what else comes on that connection can't be told from the rest of it. */
@Singleton
class BadRequests {

    private final ProblemWriter problems;

    BadRequests(ProblemWriter problems) {
        this.problems = problems;
    }

    void answer(HttpServerRequest request) {
        Failure failure = failure(request.decoderResult().cause());
        HttpServerResponse response = request.response();
        response.setStatusCode(failure.code().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .end(Buffer.buffer(problems.body(null, TraceContext.create().traceId(), failure)))
                .onComplete(written -> request.connection().close());
    }

    private static Failure failure(@Nullable Throwable cause) {
        String message = cause == null ? "" : requireNonNullElse(cause.getMessage(), "");
        if (!(cause instanceof TooLongFrameException)) {
            return Failure.of(ErrorCode.MALFORMED_REQUEST, "That is no HTTP request.");
        }
        return message.startsWith("HTTP header")
                ? Failure.of(ErrorCode.HEADERS_TOO_LARGE, "Send smaller headers.")
                : Failure.of(ErrorCode.URI_TOO_LONG, "Send a shorter request line.");
    }
}
