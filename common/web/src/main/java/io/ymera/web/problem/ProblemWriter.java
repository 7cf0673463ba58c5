package io.ymera.web.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.contracts.problem.Problem;
import io.ymera.contracts.problem.Violation;
import io.ymera.web.trace.TraceContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes failures as {@code application/problem+json}, whatever the client says it accepts, and logs what is our own fault
 * once, with its stack trace. Safe to use from any thread.
 */
@Singleton
@RegisterForReflection(targets = {Problem.class, Violation.class, ErrorCode.class})
public final class ProblemWriter {

    private static final Logger LOG = Logger.getLogger(ProblemWriter.class);

    private final ObjectMapper json;
    private final List<OutageDetector> detectors;

    /** @param detectors who knows which exceptions mean that something is away */
    public ProblemWriter(ObjectMapper json, @All List<OutageDetector> detectors) {
        this.json = json;
        this.detectors = detectors;
    }

    /** Answers {@code request} with what {@code thrown} means. Does nothing more than log if the answer has begun. */
    public void write(RoutingContext request, Throwable thrown) {
        Failure failure = failure(request.request(), thrown);
        write(request, failure);
    }

    /**
     * Answers {@code request} with {@code failure}; closes the connection if the answer has begun. On the event loop only.
     */
    public void write(RoutingContext request, Failure failure) {
        HttpServerResponse response = request.response();
        if (response.ended() || response.closed()) {
            return;
        }
        if (response.headWritten()) {
            response.reset();
            return;
        }
        UnreadBody.discard(request.vertx(), request.request());
        response.setStatusCode(failure.code().status());
        failure.headers().forEach(response::putHeader);
        response.putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        response.end(Buffer.buffer(body(request.request().path(), TraceContext.traceIdOf(request), failure)));
    }

    /** The same for JAX-RS. */
    Response response(RoutingContext request, Throwable thrown) {
        Failure failure = failure(request.request(), thrown);
        Response.ResponseBuilder response = Response.status(failure.code().status())
                .type(Problem.MEDIA_TYPE)
                .entity(body(request.request().path(), TraceContext.traceIdOf(request), failure));
        failure.headers().forEach(response::header);
        return response.build();
    }

    /** The problem detail itself, as JSON, for those who write the answer themselves. */
    public byte[] body(@Nullable String path, @Nullable String traceId, Failure failure) {
        Problem problem = Problem.of(failure.code(), failure.detail(), path, traceId, failure.violations());
        try {
            return json.writeValueAsBytes(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem detail is always JSON", e);
        }
    }

    /** What {@code thrown} means to a client, for those who do not answer over HTTP. Logs nothing. */
    public Failure meaning(Throwable thrown) {
        Failure failure = Failure.of(thrown);
        boolean unknown = failure.code() == ErrorCode.INTERNAL_ERROR;
        return unknown && detectors.stream().anyMatch(detector -> detector.detects(thrown))
                ? Failure.of(ErrorCode.UNAVAILABLE, "Something that this needs is away at the moment: try again.")
                : failure;
    }

    /** What {@code thrown} means to who sent {@code request}; logged if it is our fault. */
    public Failure failure(HttpServerRequest request, Throwable thrown) {
        Failure failure = meaning(thrown);
        log(failure, thrown, request);
        return failure;
    }

    private static void log(Failure failure, Throwable thrown, HttpServerRequest request) {
        String what = request.method() + " " + request.path();
        if (failure.code() == ErrorCode.INTERNAL_ERROR) {
            LOG.errorf(thrown, "%s failed", what);
        } else if (failure.code().status() >= 500) {
            LOG.warnf("%s answered %s: %s", what, failure.code().code(), thrown);
        } else {
            LOG.debugf("%s answered %s: %s", what, failure.code().code(), failure.detail());
        }
    }
}
