package io.ymera.manager.live;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.Cancellable;
import io.ymera.web.identity.Revocations;
import java.util.Optional;
import java.util.UUID;

/** Ends a stream when the session ends on which the right to it rests. */
final class SessionEnd {

    /** So many items are read ahead of a slow reader. */
    private static final int AHEAD = 16;

    private SessionEnd() {}

    /** A failure, because that does not wait until a slow reader has read what was there before. */
    private static final class Ended extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Ended() {
            super("The session has ended", null, false, false);
        }
    }

    /** The same items, until the grant {@code id} is revoked; ends and fails as {@code items} do. */
    static <T> Multi<T> of(Multi<T> items, UUID id, Revocations revocations) {
        Multi<Optional<T>> untilTheirEnd = Multi.createBy()
                .concatenating()
                .streams(items.map(Optional::of), Multi.createFrom().item(Optional.empty()));
        Multi<Optional<T>> end = Multi.createFrom().emitter(emitter -> {
            Cancellable watch = revocations.whenRevoked(id, () -> emitter.fail(new Ended()));
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
