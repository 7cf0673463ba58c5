package io.ymera.web.identity;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Vertx;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.web.problem.ApiException;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps {@link Revocations} up to date, from the first token on. While its source is away what is known goes on: nothing can be
 * revoked then.
 */
@Singleton
class RevocationFeed {

    private static final Logger LOG = Logger.getLogger(RevocationFeed.class);
    private static final Duration WAIT = Duration.ofSeconds(20);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    /** A source that does not wait when nothing is there must not be asked without end. */
    private static final Duration NOTHING_CAME_PAUSE = Duration.ofMillis(100);

    private final RevocationSource source;
    private final Revocations revocations;
    private final Vertx vertx;
    private final SingleFlight<Void> first;
    private @Nullable Cancellable waiting;
    private Duration pause = Duration.ZERO;
    private volatile boolean stopped;

    RevocationFeed(RevocationSource source, Revocations revocations, Vertx vertx) {
        this.source = source;
        this.revocations = revocations;
        this.vertx = vertx;
        this.first = new SingleFlight<>(() -> revocations.isKnown()
                ? Uni.createFrom().voidItem()
                : everything(null).invoke(this::goOn).replaceWithVoid());
    }

    /** Page by page; gives where to go on. */
    private Uni<Long> everything(@Nullable Long cursor) {
        return source.after(cursor, Duration.ZERO)
                .invoke(revocations::add)
                .chain(page -> page.more()
                        ? everything(page.cursor())
                        : Uni.createFrom().item(page.cursor()));
    }

    /** Done when it can be said what has been revoked, which is at once after the first time; fails with 503 if it can't. */
    Uni<Void> known() {
        return revocations.isKnown()
                ? Uni.createFrom().voidItem()
                : first.join().onFailure().transform(RevocationFeed::unavailable);
    }

    private void heard(RevocationPage page) {
        revocations.add(page);
        if (pause.compareTo(NOTHING_CAME_PAUSE) > 0) {
            LOG.info("Revocations come again");
        }
        pause = page.ended().isEmpty() ? NOTHING_CAME_PAUSE : Duration.ZERO;
        goOn(page.cursor());
    }

    private void missed(long cursor, Throwable thrown) {
        if (stopped) {
            return;
        }
        if (pause.compareTo(NOTHING_CAME_PAUSE) <= 0) {
            LOG.warnf("Revocations do not come; those that are known stay: %s", thrown);
        }
        Duration longer = pause.multipliedBy(2);
        pause = longer.compareTo(FIRST_PAUSE) < 0
                ? FIRST_PAUSE
                : longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
        goOn(cursor);
    }

    private void goOn(long cursor) {
        if (pause.isZero()) {
            ask(cursor);
        } else {
            vertx.setTimer(pause.toMillis(), due -> ask(cursor));
        }
    }

    private void ask(long cursor) {
        if (!stopped) {
            waiting = source.after(cursor, WAIT).subscribe().with(this::heard, thrown -> missed(cursor, thrown));
        }
    }

    private static ApiException unavailable(Throwable thrown) {
        LOG.warnf("Revocations do not come: %s", thrown);
        return new ApiException(ErrorCode.UNAVAILABLE, "Tokens can't be checked at the moment: try again.");
    }

    @PreDestroy
    void stop() {
        stopped = true;
        if (waiting != null) {
            waiting.cancel();
        }
    }
}
