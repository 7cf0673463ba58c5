package io.ymera.auth.revocation;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.web.identity.Revocations;
import io.ymera.web.problem.ApiException;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The revocations that still matter, in memory: read on from PostgreSQL twice a second, and handed to those who wait for more.
 *
 * <p>While PostgreSQL can't be read, what is known goes on to count here. But those who follow are not told that nothing has
 * come: another replica may be able to revoke, and to tell them. Thread-safe.
 */
@Singleton
public class RevocationLog {

    private static final Logger LOG = Logger.getLogger(RevocationLog.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final int MOST_WAITING = 2_000;
    private static final int PAGE = 10_000;

    /** Older news is none. */
    private static final Duration STALE = Duration.ofSeconds(5);

    /** A statement that hangs must not keep the next from being tried for ever, nor a logout from being answered. */
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(3);

    private final RevocationRepository revocations;
    private final Revocations verifiers;
    private final Vertx vertx;
    private final Clock clock;
    private final NavigableMap<Long, Revocation> bySeq = new ConcurrentSkipListMap<>();
    private final Set<UniEmitter<? super Void>> waiting = ConcurrentHashMap.newKeySet();
    private final AtomicLong last = new AtomicLong();
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile boolean known;
    private volatile boolean away;
    private volatile Instant read = Instant.MIN;
    private long timer;

    RevocationLog(RevocationRepository revocations, Revocations verifiers, Vertx vertx, Clock clock) {
        this.revocations = revocations;
        this.verifiers = verifiers;
        this.vertx = vertx;
        this.clock = clock;
    }

    /**
     * A part of the log.
     *
     * @param items in their order
     * @param cursor where to go on
     * @param reset whether {@code items} begin with the first that there is, and not with what has come since
     * @param more whether there is more after {@code cursor} already
     */
    record Page(List<Revocation> items, long cursor, boolean reset, boolean more) {}

    void start(@Observes StartupEvent starting) {
        timer = vertx.setPeriodic(1, LOOK_EVERY.toMillis(), due -> look());
    }

    /**
     * What has come after the number {@code after}, a page of it, or of everything if that is null. Waits up to {@code wait} for
     * something to come. A number that is ahead of ours is another replica's, which we will have read in a moment; if it then
     * still is, it is of a database that there was before this one was restored, and everything is told anew.
     *
     * @return fails with 503 if nothing has been read yet, or lately
     */
    Uni<Page> after(@Nullable Long after, Duration wait) {
        if (!known || isStale()) {
            return Uni.createFrom().failure(unavailable("The revocations can't be read: try again."));
        }
        if (after == null) {
            return Uni.createFrom().item(page(0, true));
        }
        boolean waits = last.get() <= after && wait.isPositive();
        return waits
                ? nextOne(after, wait).map(ignored -> since(after)).invoke(this::requireFresh)
                : Uni.createFrom().item(since(after));
    }

    /** Reads what is new. */
    Uni<Void> readOn() {
        Instant begun = clock.instant();
        return revocations
                .after(last.get(), begun)
                .ifNoItem()
                .after(LONGEST_LOOK)
                .fail()
                .invoke(found -> add(found, begun))
                .replaceWithVoid();
    }

    /** Forgets what has expired. */
    void forgetExpired(Instant now) {
        bySeq.values().removeIf(revocation -> !revocation.expiresAt().isAfter(now));
    }

    private Page since(long after) {
        return after > last.get() ? page(0, true) : page(after, false);
    }

    private Page page(long after, boolean reset) {
        List<Revocation> items =
                bySeq.tailMap(after, false).values().stream().limit(PAGE).toList();
        long cursor = items.isEmpty() ? after : items.getLast().seq();
        return new Page(items, cursor, reset, bySeq.higherKey(cursor) != null);
    }

    private boolean isStale() {
        return read.isBefore(clock.instant().minus(STALE));
    }

    private void requireFresh(Page page) {
        if (isStale()) {
            throw unavailable("The revocations can't be read: try again.");
        }
    }

    private Uni<Void> nextOne(long after, Duration wait) {
        if (waiting.size() >= MOST_WAITING) {
            return Uni.createFrom().failure(unavailable("Too many wait for revocations: try again."));
        }
        return Uni.createFrom()
                .<Void>emitter(emitter -> {
                    emitter.onTermination(() -> waiting.remove(emitter));
                    waiting.add(emitter);
                    if (last.get() > after) {
                        // It came between the look and the wait
                        emitter.complete(null);
                    }
                })
                .ifNoItem()
                .after(wait)
                .recoverWithItem(() -> null);
    }

    private void add(List<Revocation> found, Instant begun) {
        for (Revocation revocation : found) {
            bySeq.put(revocation.seq(), revocation);
            last.accumulateAndGet(revocation.seq(), Math::max);
        }
        // Our own verifier follows this log as others do, but must not be a moment behind when a logout is answered
        verifiers.add(Revocation.byGrant(found));
        known = true;
        read = begun;
        if (!found.isEmpty()) {
            waiting.forEach(emitter -> emitter.complete(null));
        }
    }

    private void look() {
        if (looking.compareAndSet(false, true)) {
            readOn().onTermination()
                    .invoke(() -> looking.set(false))
                    .subscribe()
                    .with(done -> back(), this::missed);
        }
    }

    private void back() {
        if (away) {
            away = false;
            LOG.info("Revocations can be read again");
        }
    }

    private void missed(Throwable thrown) {
        if (!away) {
            away = true;
            LOG.warnf("Revocations can't be read: %s", thrown);
        }
    }

    private static ApiException unavailable(String detail) {
        return new ApiException(ErrorCode.UNAVAILABLE, detail);
    }

    @PreDestroy
    void stop() {
        vertx.cancelTimer(timer);
    }
}
