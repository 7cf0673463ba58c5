package io.ymera.auth.throttle;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * A guess that is under way, and counted as a failure unless it is said to be none. What that says never fails: a count that
 * stays too high is not worth failing for.
 */
public final class Attempt {

    private static final Logger LOG = Logger.getLogger(Attempt.class);

    private final Optional<Duration> pause;
    private final Uni<Void> success;
    private final Uni<Void> undo;

    Attempt(Optional<Duration> pause, Uni<Void> success, Uni<Void> undo) {
        this.pause = pause;
        this.success = success;
        this.undo = undo;
    }

    /** For how long the next attempt is refused if this one fails; empty if it is not. */
    public Optional<Duration> pauseAfterFailure() {
        return pause;
    }

    /** It was right: the account's failures are forgotten, and this one of the address'. */
    public Uni<Void> succeeded() {
        return quietly(success);
    }

    /** It was neither right nor wrong: all is as if it had not been. */
    public Uni<Void> giveBack() {
        return quietly(undo);
    }

    private static Uni<Void> quietly(Uni<Void> change) {
        return change.onFailure()
                .invoke(e -> LOG.warnf("An attempt goes on being counted as a failure: %s", e.getMessage()))
                .onFailure()
                .recoverWithNull();
    }
}
