package io.ymera.manager.live;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.Cancellable;
import io.ymera.web.identity.CallerPrincipal;
import io.ymera.web.identity.RightsInTime;
import java.util.Optional;

/** Ends a stream when the right to it is over: with the token, and with its session. */
final class RightsEnd {

    /** So many items are read ahead of a slow reader. */
    private static final int AHEAD = 16;

    private RightsEnd() {}

    /** A failure, because that does not wait until a slow reader has read what was there before. */
    private static final class Ended extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Ended() {
            super("The right to it is over", null, false, false);
        }
    }

    /** The same items, until the right of {@code viewer} is over; ends and fails as {@code items} do. */
    static <T> Multi<T> of(Multi<T> items, CallerPrincipal viewer, RightsInTime rights) {
        Multi<Optional<T>> untilTheirEnd = Multi.createBy()
                .concatenating()
                .streams(items.map(Optional::of), Multi.createFrom().item(Optional.empty()));
        Multi<Optional<T>> end = Multi.createFrom().emitter(emitter -> {
            Cancellable watch = rights.whenOver(viewer, why -> emitter.fail(new Ended()));
            emitter.onTermination(watch::cancel);
        });
        return Multi.createBy()
                .merging()
                .withRequests(AHEAD)
                .streams(untilTheirEnd, end)
                .select()
                .first(Optional::isPresent)
                .map(Optional::orElseThrow)
                .onFailure(Ended.class)
                .recoverWithCompletion();
    }
}
