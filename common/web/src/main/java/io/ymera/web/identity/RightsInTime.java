package io.ymera.web.identity;

import static java.util.Objects.requireNonNullElseGet;

import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * What goes on for longer than a request does not outlive the right to it: that ends with the token, and with its session.
 * Thread-safe.
 */
@Singleton
public class RightsInTime {

    private final Revocations revocations;
    private final Vertx vertx;
    private final Clock clock;

    RightsInTime(Revocations revocations, Vertx vertx, Clock clock) {
        this.revocations = revocations;
        this.vertx = vertx;
        this.clock = clock;
    }

    /**
     * Calls {@code over} with the reason when the right of {@code caller} is over, later than this call, on the Vert.x context on
     * which it is made; once for the token and once for its session, if both end before it is cancelled.
     *
     * @return to be cancelled when it does not matter any more
     */
    public Cancellable whenOver(CallerPrincipal caller, Consumer<String> over) {
        Context loop = requireNonNullElseGet(Vertx.currentContext(), vertx::getOrCreateContext);
        Duration left = Duration.between(clock.instant(), caller.expiresAt());
        long expiry = vertx.setTimer(
                Math.max(1, left.toMillis()),
                expired -> loop.runOnContext(ignored -> over.accept("the token has expired")));
        Cancellable session = revocations.whenRevoked(
                caller.grantId(), () -> loop.runOnContext(ended -> over.accept("the session has ended")));
        return () -> {
            vertx.cancelTimer(expiry);
            session.cancel();
        };
    }
}
