package io.ymera.web.identity;

import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * The grants (sessions, API keys, clients' grants) that have ended while tokens that rest on them have not expired, as far as
 * this process has heard ({@link RevocationFeed}), which is within two seconds. Looking one up costs nothing. Thread-safe.
 */
@Singleton
public class Revocations {

    private static final Logger LOG = Logger.getLogger(Revocations.class);
    private static final Duration TIDY_EVERY = Duration.ofMinutes(1);

    private final Clock clock;
    private final Map<UUID, Instant> ended = new ConcurrentHashMap<>();
    private final Map<UUID, Set<Watch>> watches = new ConcurrentHashMap<>();
    private volatile boolean known;
    private volatile Instant tidied;

    Revocations(Clock clock) {
        this.clock = clock;
        this.tidied = clock.instant();
    }

    /** Compared by identity, so that the same action can be registered twice. */
    private static final class Watch {
        final Runnable action;

        Watch(Runnable action) {
            this.action = action;
        }
    }

    /** Whether the grant {@code id}, a token's {@code sid}, has ended. */
    public boolean isRevoked(UUID id) {
        return ended.containsKey(id);
    }

    /**
     * Has {@code action} run once when the grant {@code id} ends, or at once if it has. It runs on any thread and must not block;
     * what it throws is logged.
     *
     * @return to be cancelled when it is not wanted any more; until then it is kept
     */
    public Cancellable whenRevoked(UUID id, Runnable action) {
        Watch watch = new Watch(action);
        watches.compute(id, (grant, others) -> {
            Set<Watch> all = others == null ? ConcurrentHashMap.newKeySet() : others;
            all.add(watch);
            return all;
        });
        if (isRevoked(id)) {
            // It may have ended just before or just after we began to watch; whoever takes the watch out runs it
            if (remove(id, watch)) {
                run(watch);
            }
        }
        return () -> remove(id, watch);
    }

    /** Whether anything has been heard at all; before that nobody can say that a grant has not ended. */
    boolean isKnown() {
        return known;
    }

    /**
     * What this process has learnt by itself, sooner than the feed brings it.
     *
     * @param grants their ids, each with when the last of its tokens has expired
     */
    public void add(Map<UUID, Instant> grants) {
        ended.putAll(grants);
        grants.keySet().forEach(this::end);
        tidy();
    }

    void add(RevocationPage page) {
        add(page.ended());
        if (!page.more()) {
            known = true;
        }
    }

    private void end(UUID id) {
        Set<Watch> all = watches.remove(id);
        if (all != null) {
            all.forEach(Revocations::run);
        }
    }

    private boolean remove(UUID id, Watch watch) {
        boolean[] removed = {false};
        watches.computeIfPresent(id, (grant, all) -> {
            removed[0] = all.remove(watch);
            return all.isEmpty() ? null : all;
        });
        return removed[0];
    }

    private static void run(Watch watch) {
        try {
            watch.action.run();
        } catch (RuntimeException e) {
            LOG.error("What was to happen at the end of a session failed", e);
        }
    }

    private void tidy() {
        Instant now = clock.instant();
        if (now.isAfter(tidied.plus(TIDY_EVERY))) {
            tidied = now;
            Instant past = now.minus(TokenClaims.SKEW);
            ended.values().removeIf(expiry -> expiry.isBefore(past));
        }
    }
}
