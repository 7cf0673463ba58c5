package io.ymera.gateway.upstream;

import io.vertx.core.Vertx;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.contracts.problem.Problem;
import io.ymera.gateway.address.ClientAddress;
import io.ymera.gateway.route.Delivery;
import io.ymera.gateway.visit.Visit;
import io.ymera.web.problem.Failure;
import io.ymera.web.trace.TraceContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way to a service and back, at several targets if it must. Used on the request's event loop only.
 *
 * <p>A service that can't be reached or says 503 without a word is 503, one that hangs up or answers in no HTTP is 502, one that takes
 * too long is 504, a body over the limit is 413, one that does not come is 408. If the answer has begun by then, the client's connection
 * is reset, so that it can't take a part for the whole.
 *
 * <p>A request is tried again if it has not been sent, or if it may be sent twice (RFC 9110, section 9.2.2), and has no body.
 */
final class Exchange {

    private static final Logger LOG = Logger.getLogger(Exchange.class);

    private static final Set<HttpMethod> IDEMPOTENT =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.PUT, HttpMethod.DELETE);

    private final Visit visit;
    private final Service service;
    private final HttpClient client;
    private final UpstreamConfig config;
    private final BodyPump body;
    private final long bodyLimit;
    private final List<Target> tried = new ArrayList<>(1);
    private @Nullable Attempt attempt;
    private long timer;
    private long fairNanos;
    private boolean late;
    private @Nullable AnswerPump answer;
    private boolean over;

    /** @param bodyLimit bytes */
    Exchange(Visit visit, Service service, HttpClient client, UpstreamConfig config, long bodyLimit) {
        this.visit = visit;
        this.service = service;
        this.client = client;
        this.config = config;
        this.bodyLimit = bodyLimit;
        this.body = new BodyPump(visit.request(), bodyLimit);
    }

    /** @param timeout to the answer's end, for streams to its head */
    void begin(Duration timeout) {
        fairNanos = timeout.toNanos() / 2;
        timer = vertx().setTimer(timeout.toMillis(), due -> timeOut());
        visit.onEnd(this::ended);
        attempt();
    }

    private void ended(boolean early) {
        if (!early && answer != null && answer.isWhole() && body.isComplete()) {
            over = true;
            vertx().cancelTimer(timer);
            return;
        }
        // The client has gone, somebody else has answered it or ended the answer, or the service did without having
        // heard all of it
        end();
        if (!early && !body.isComplete()) {
            visit.discardBody();
        }
    }

    /** Ends it, wherever it stands; {@code why} is answered if nothing has been yet. */
    void hangUp(Failure why) {
        if (!over) {
            end();
            visit.refuse(why);
        }
    }

    private Vertx vertx() {
        return visit.context().owner();
    }

    private void timeOut() {
        late = true;
        hangUp(
                body.isAwaited()
                        ? Failure.of(ErrorCode.REQUEST_TIMEOUT, "The body did not come in time.")
                        : Failure.of(
                                ErrorCode.UPSTREAM_TIMEOUT, "The service behind this path did not answer in time."));
    }

    private void attempt() {
        if (over) {
            return;
        }
        @Nullable Turn turn = service.pick(tried);
        if (turn == null) {
            hangUp(service.unreachable());
            return;
        }
        tried.add(turn.target());
        attempt = new Attempt(turn);
        attempt.begin();
    }

    private boolean isIdempotent() {
        return IDEMPOTENT.contains(visit.request().method());
    }

    private void retryOr(boolean possible, Failure failure) {
        if (!possible || body.isStarted() || tried.size() > config.retries()) {
            hangUp(failure);
        } else if (tried.containsAll(service.targets())) {
            // All have been asked: give them a moment, and not all waiting requests the same
            long mean = config.retryPause().toMillis();
            vertx().setTimer(Math.max(1, mean / 2 + ThreadLocalRandom.current().nextLong(mean + 1)), due -> attempt());
        } else {
            attempt();
        }
    }

    private void end() {
        if (!over) {
            over = true;
            vertx().cancelTimer(timer);
            if (attempt != null) {
                attempt.abandon();
            }
        }
    }

    /** One try at one target. */
    private final class Attempt {

        private final Turn turn;
        private final Target target;
        private @Nullable HttpClientRequest outgoing;

        Attempt(Turn turn) {
            this.turn = turn;
            this.target = turn.target();
        }

        void begin() {
            @Nullable String query = visit.request().query();
            String path = visit.requireMatch().target();
            client.request(target.at(query == null ? path : path + "?" + query)
                            .setMethod(visit.request().method()))
                    .onComplete(connected -> {
                        if (connected.succeeded()) {
                            trySend(connected.result());
                        } else {
                            notConnected(connected.cause());
                        }
                    });
        }

        private void trySend(HttpClientRequest request) {
            orRefuse(() -> send(request));
        }

        /** Nobody else would hear of what {@code action} throws, and the client would wait until its time is up. */
        private void orRefuse(Runnable action) {
            try {
                action.run();
            } catch (RuntimeException e) {
                end();
                visit.refuse(e);
            }
        }

        private void send(HttpClientRequest request) {
            if (turn.isOver()) {
                request.reset();
                return;
            }
            outgoing = request;
            turn.connected();
            Headers.copyInward(
                    visit.request().headers(),
                    request.headers(),
                    visit.requireMatch().route().cookies());
            request.putHeader(ClientAddress.HEADER, visit.client());
            request.putHeader(TraceContext.HEADER, visit.trace().traceparent());
            // Or the client logs each request that we reset; failures are heard with the answer
            request.exceptionHandler(heard -> {});
            request.response().onComplete(answered -> {
                if (answered.succeeded()) {
                    orRefuse(() -> answer(answered.result()));
                } else {
                    hungUp(answered.cause());
                }
            });
            body.pump(request, this::bodyBroken);
        }

        private void notConnected(Throwable thrown) {
            if (turn.isOver()) {
                return;
            }
            if (thrown instanceof ConnectionPoolTooBusyException) {
                turn.abandoned();
                hangUp(Failure.of(ErrorCode.OVERLOADED, "Too many requests wait for the service behind this path."));
                return;
            }
            LOG.warnf("%s can't be reached: %s", target, thrown);
            turn.notConnected(thrown);
            retryOr(true, service.unreachable());
        }

        private void hungUp(Throwable thrown) {
            if (turn.isOver()) {
                return;
            }
            LOG.warnf("%s hung up on %s: %s", target, visit.requireMatch().target(), thrown);
            turn.failed();
            retryOr(isIdempotent(), Failure.of(ErrorCode.UPSTREAM_FAILED, "The service behind this path hung up."));
        }

        private void bodyBroken() {
            hangUp(
                    body.isExceeded()
                            ? Failure.bodyTooLarge(bodyLimit)
                            : Failure.of(ErrorCode.MALFORMED_REQUEST, "The body ended early."));
        }

        private void answer(HttpClientResponse response) {
            if (turn.isOver()) {
                return;
            }
            turn.succeeded();
            response.exceptionHandler(heard -> {});
            @Nullable String type = response.getHeader(HttpHeaders.CONTENT_TYPE);
            boolean raw = response.statusCode() >= 500 && (type == null || !type.startsWith(Problem.MEDIA_TYPE));
            if (raw && response.statusCode() == ErrorCode.UNAVAILABLE.status()) {
                // What stops or starts says so before it looks at a request
                response.request().reset();
                retryOr(isIdempotent(), service.unreachable());
                return;
            }
            if (raw || response.statusCode() < 200) {
                // Not in our words, so it may say anything: a stack trace, an address
                LOG.warnf(
                        "%s answered %d to %s",
                        target, response.statusCode(), visit.requireMatch().target());
                hangUp(Failure.of(ErrorCode.UPSTREAM_FAILED, "The service behind this path failed."));
                return;
            }
            AnswerPump pump = new AnswerPump(
                    response, visit.response(), visit.request().method(), this::copyHead, this::orRefuse);
            answer = pump;
            if (visit.requireMatch().route().delivery() == Delivery.STREAM) {
                vertx().cancelTimer(timer);
                pump.sendHead();
            }
            pump.pump(() -> {
                LOG.warnf(
                        "%s hung up in the middle of its answer to %s",
                        target, visit.requireMatch().target());
                hangUp(Failure.of(ErrorCode.UPSTREAM_FAILED, "The service behind this path hung up."));
            });
        }

        private void copyHead(HttpClientResponse from, HttpServerResponse to) {
            to.setStatusCode(from.statusCode());
            Headers.copyOutward(
                    from.headers(),
                    to.headers(),
                    target.url(),
                    visit.requireMatch().route().cookies());
        }

        /**
         * The client has gone, or we do not wait any longer. That is the target's fault only if it had half of the time to answer: a client
         * that sends the last of its body at the last moment must not shut it out for others.
         */
        void abandon() {
            // First, since what is reset fails at once, and that would look like the target's fault
            if (late && body.withServiceNanos() >= fairNanos) {
                turn.failed();
            } else {
                turn.abandoned();
            }
            if (outgoing != null) {
                outgoing.reset();
            }
        }
    }
}
