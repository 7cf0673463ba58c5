package io.ymera.gateway.upstream;

import static java.util.Objects.requireNonNullElseGet;

import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import io.ymera.gateway.door.Passage;
import io.ymera.web.identity.CallerPrincipal;
import io.ymera.web.identity.Revocations;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What goes on for longer than a request does not outlive the right to it: that ends with the token, and with its session. */
@Singleton
final class RightsInTime {

    private final Revocations revocations;
    private final Clock clock;

    RightsInTime(Revocations revocations, Clock clock) {
        this.revocations = revocations;
        this.clock = clock;
    }

    /**
     * Calls {@code over} with the reason when the caller's right is over, on the request's event loop, which is this one.
     *
     * @return to be cancelled when it does not matter any more
     */
    Cancellable whenOver(RoutingContext request, Consumer<String> over) {
        @Nullable CallerPrincipal caller = Passage.caller(request);
        if (caller == null) {
            return () -> {};
        }
        Vertx vertx = request.vertx();
        Context loop = requireNonNullElseGet(Vertx.currentContext(), vertx::getOrCreateContext);
        Duration left = Duration.between(clock.instant(), caller.expiresAt());
        long expiry = vertx.setTimer(Math.max(1, left.toMillis()), expired -> over.accept("the token has expired"));
        Cancellable session = revocations.whenRevoked(
                caller.grantId(), () -> loop.runOnContext(ended -> over.accept("the session has ended")));
        return () -> {
            vertx.cancelTimer(expiry);
            session.cancel();
        };
    }
}
