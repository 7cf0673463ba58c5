package io.ymera.gateway.visit;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.ymera.contracts.problem.Problem;
import io.ymera.gateway.route.RouteTable.Match;
import io.ymera.web.identity.CallerPrincipal;
import io.ymera.web.problem.Failure;
import io.ymera.web.problem.ProblemWriter;
import io.ymera.web.problem.UnreadBody;
import io.ymera.web.trace.TraceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A request, what the steps have found out about it, and how far it has come. Its body is paused until somebody wants it. Used on the
 * request's event loop only.
 */
public final class Visit {

    private static final int CLIENT_GONE = 499;

    private final HttpServerRequest request;
    private final Context context;
    private final List<Step> steps;
    private final ProblemWriter problems;
    private final TraceContext trace;
    private final String client;
    private final long begun = System.nanoTime();
    private final List<Consumer<Boolean>> atEnd = new ArrayList<>(4);
    private int taken;
    private boolean over;
    private boolean upgraded;
    private boolean discarding;
    private Match.@Nullable Found match;
    private @Nullable CallerPrincipal caller;
    private boolean byApiKey;
    private long bodyLimit;

    /**
     * Pauses {@code request}, on whose event loop this is called.
     *
     * @param client the address it comes from, as the services behind us are told
     * @param steps its way in
     */
    public Visit(
            HttpServerRequest request,
            Context context,
            TraceContext trace,
            String client,
            ProblemWriter problems,
            List<Step> steps) {
        this.request = request;
        this.context = context;
        this.trace = trace;
        this.client = client;
        this.problems = problems;
        this.steps = steps;
        request.pause();
        HttpServerResponse response = request.response();
        response.endHandler(ended -> endUnlessUpgraded(false));
        response.closeHandler(closed -> endUnlessUpgraded(true));
        response.exceptionHandler(thrown -> endUnlessUpgraded(true));
    }

    public HttpServerRequest request() {
        return request;
    }

    public HttpServerResponse response() {
        return request.response();
    }

    /** The event loop's context, for timers and for coming back to it. */
    public Context context() {
        return context;
    }

    public TraceContext trace() {
        return trace;
    }

    /** Where the request comes from; an IPv6 address is in brackets. */
    public String client() {
        return client;
    }

    /** When it came, by {@link System#nanoTime()}. */
    public long begun() {
        return begun;
    }

    /** Whether its answer has ended or its connection is gone. */
    public boolean isOver() {
        return over;
    }

    /** Calls {@code action} once when it is over, with whether it ended early: the client has gone, or we hung up; at once if it is. */
    public void onEnd(Consumer<Boolean> action) {
        if (over) {
            action.accept(!response().ended());
        } else {
            atEnd.add(action);
        }
    }

    /** How it was answered, once it is over; 499 if nobody was there any more to be answered, which is what nginx calls it. */
    public int status(boolean early) {
        return early && !response().headWritten() ? CLIENT_GONE : response().getStatusCode();
    }

    /** The most bytes that its body may have, once that is known. */
    public long bodyLimit() {
        return bodyLimit;
    }

    public void setBodyLimit(long bytes) {
        bodyLimit = bytes;
    }

    /** Where it leads; null before that is known, and for what the gateway answers by itself. */
    public Match.@Nullable Found match() {
        return match;
    }

    /** Where it leads, for the steps after that has been found out. */
    public Match.Found requireMatch() {
        return requireNonNull(match, "The route is not known yet");
    }

    public void setMatch(Match.Found found) {
        match = requireNonNull(found);
    }

    /** Who sent it; null if nobody asked. */
    public @Nullable CallerPrincipal caller() {
        return caller;
    }

    /** Whether the caller showed an API key, in whose place a token goes on. */
    public boolean isByApiKey() {
        return byApiKey;
    }

    public void setCaller(CallerPrincipal found, boolean withApiKey) {
        caller = requireNonNull(found);
        byApiKey = withApiKey;
    }

    /** Goes on to the next step. */
    public void next() {
        if (over) {
            return;
        }
        try {
            steps.get(taken++).take(this);
        } catch (RuntimeException e) {
            refuse(e);
        }
    }

    /** Answers with what {@code thrown} means, and logs it if that is our fault. */
    public void refuse(Throwable thrown) {
        refuse(problems.failure(request, thrown));
    }

    /** Answers with {@code failure}; if an answer has begun, resets it, so that a part can't be taken for the whole. */
    public void refuse(Failure failure) {
        HttpServerResponse response = response();
        if (over || response.ended()) {
            return;
        }
        if (response.headWritten()) {
            response.reset();
            if (request.version() != HttpVersion.HTTP_2) {
                HangUp.on(request.connection(), context.owner());
            }
            return;
        }
        discardBody();
        response.setStatusCode(failure.code().status());
        response.headers().remove(HttpHeaders.CONTENT_LENGTH).remove(HttpHeaders.TRANSFER_ENCODING);
        failure.headers().forEach(response::putHeader);
        response.putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        response.end(Buffer.buffer(problems.body(request.path(), trace.traceId(), failure)));
    }

    /** Nobody wants what is left of its body any more: it is thrown away. */
    public void discardBody() {
        if (!discarding) {
            discarding = true;
            UnreadBody.discard(context.owner(), request);
        }
    }

    /** Runs {@code action} on the event loop: at once, if this is it. */
    public void run(Runnable action) {
        if (Vertx.currentContext() == context) {
            action.run();
        } else {
            context.runOnContext(ignored -> action.run());
        }
    }

    /** It becomes a WebSocket: it is over when {@link #close} says so. */
    public void upgrade() {
        upgraded = true;
    }

    /** Its WebSocket has closed. */
    public void close() {
        end(false);
    }

    /** Its connection is gone. Said by who watches connections, since the response does not hear of it in every case. */
    public void gone() {
        endUnlessUpgraded(true);
    }

    private void endUnlessUpgraded(boolean early) {
        if (!upgraded) {
            end(early);
        }
    }

    private void end(boolean early) {
        if (!over) {
            over = true;
            atEnd.forEach(action -> action.accept(early));
        }
    }
}
