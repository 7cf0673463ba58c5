package io.ymera.gateway.upstream;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.contracts.problem.Problem;
import io.ymera.gateway.address.ClientAddress;
import io.ymera.gateway.door.Passage;
import io.ymera.gateway.route.RouteTable.Match;
import io.ymera.web.problem.Failure;
import io.ymera.web.problem.ProblemWriter;
import io.ymera.web.problem.UnreadBody;
import io.ymera.web.trace.TraceContext;
import java.net.URI;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way to a service and back. Used on the request's event loop only.
 *
 * <p>A service that can't be reached is 503, one that hangs up is 502, one that takes too long is 504, a body over the limit
 * is 413; if the answer has begun by then, the client's connection is reset, so that it can't take a part for the whole.
 */
final class Exchange implements ProxyInterceptor {

    private static final Logger LOG = Logger.getLogger(Exchange.class);

    /** Nothing listens there, or all connections are in use. */
    static final class Unreachable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreachable(Throwable cause) {
            super(cause);
        }
    }

    private final RoutingContext context;
    private final String target;
    private final boolean cookies;
    private final URI upstream;
    private final ProblemWriter problems;
    private final LimitedBody body;
    private final long bodyLimit;
    private final Runnable answered;
    /** Why we hung up, if we did. */
    private @Nullable Failure verdict;

    private @Nullable HttpClientRequest outgoing;

    /** @param answered called when the head of the service's answer is there */
    Exchange(
            RoutingContext context,
            Match.Found match,
            URI upstream,
            ProblemWriter problems,
            long bodyLimit,
            Runnable answered) {
        this.context = context;
        this.target = match.target();
        this.cookies = match.route().cookies();
        this.upstream = upstream;
        this.problems = problems;
        this.bodyLimit = bodyLimit;
        this.answered = answered;
        this.body = new LimitedBody(context.request(), announcedLength(context.request()), bodyLimit);
    }

    /** A request to the service; fails with {@link Unreachable}. */
    static Future<HttpClientRequest> connect(HttpClient client, URI upstream) {
        boolean tls = "https".equals(upstream.getScheme());
        RequestOptions options = new RequestOptions()
                .setHost(upstream.getHost())
                .setPort(upstream.getPort() >= 0 ? upstream.getPort() : tls ? 443 : 80)
                .setSsl(tls);
        return client.request(options).recover(thrown -> Future.failedFuture(new Unreachable(thrown)));
    }

    /** To be told when there is a connection to the service. */
    HttpClientRequest started(HttpClientRequest request) {
        outgoing = request;
        if (verdict != null) {
            request.reset();
        }
        return request;
    }

    /** To be told when the time is up; does nothing to an exchange that has ended. */
    void timeOut() {
        hangUp(Failure.of(ErrorCode.UPSTREAM_TIMEOUT, "The service behind this path did not answer in time."));
    }

    /** Ends the exchange with the service, wherever it stands; {@code why} is answered if nothing has been yet. */
    void hangUp(Failure why) {
        verdict = why;
        if (outgoing != null) {
            outgoing.reset();
        }
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext proxy) {
        ProxyRequest request = proxy.request();
        Headers.cleanInward(request.headers(), cookies);
        request.putHeader(ClientAddress.HEADER, Passage.client(context));
        TraceContext.of(context).ifPresent(trace -> request.putHeader(TraceContext.HEADER, trace.traceparent()));
        String query = context.request().query();
        request.setURI(query == null ? target : target + "?" + query);
        request.setBody(body);
        if ("100-continue".equalsIgnoreCase(context.request().getHeader(HttpHeaders.EXPECT))) {
            context.response().writeContinue();
        }
        return proxy.sendRequest().recover(thrown -> Future.succeededFuture(refusal(request, thrown)));
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext proxy) {
        answered.run();
        ProxyResponse response = proxy.response();
        String type = response.headers().get(HttpHeaders.CONTENT_TYPE);
        boolean raw = response.getStatusCode() >= 500 && (type == null || !type.startsWith(Problem.MEDIA_TYPE));
        if (raw) {
            // Not in our words, so it may say anything: a stack trace, an address
            LOG.warnf("%s answered %d to %s", upstream, response.getStatusCode(), target);
            response.release();
            fill(response, Failure.of(ErrorCode.UPSTREAM_FAILED, "The service behind this path failed."));
        } else {
            Headers.cleanOutward(response.headers(), upstream, cookies);
        }
        response.setStatusMessage(null);
        return proxy.sendResponse();
    }

    private ProxyResponse refusal(ProxyRequest request, Throwable thrown) {
        Failure failure = failure(thrown);
        if (failure.code().status() >= 500) {
            LOG.warnf("%s at %s: %s", target, upstream, thrown);
        }
        ProxyResponse response = request.release().response();
        UnreadBody.discard(context);
        return fill(response, failure);
    }

    private Failure failure(Throwable thrown) {
        if (body.isExceeded()) {
            return Failure.bodyTooLarge(bodyLimit);
        }
        if (verdict != null) {
            return verdict;
        }
        return thrown instanceof Unreachable
                ? Failure.of(ErrorCode.UNAVAILABLE, "The service behind this path can't be reached: try again.")
                : Failure.of(ErrorCode.UPSTREAM_FAILED, "The service behind this path hung up.");
    }

    private ProxyResponse fill(ProxyResponse response, Failure failure) {
        response.setStatusCode(failure.code().status());
        response.headers().clear();
        failure.headers().forEach(response::putHeader);
        response.putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        return response.setBody(Body.body(Buffer.buffer(problems.body(context, failure))));
    }

    private static long announcedLength(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? -1 : Long.parseLong(length);
    }
}
