package io.ymera.auth.revocation;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.web.problem.ApiException;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The revocations that still matter, in memory: read on from PostgreSQL twice a second, and handed to those who wait for more.
 * What is known stays known while PostgreSQL is away; nothing can be revoked then. Thread-safe.
 */
@Singleton
public class RevocationLog {

    private static final Logger LOG = Logger.getLogger(RevocationLog.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final int MOST_WAITING = 2_000;

    private final RevocationRepository revocations;
    private final Vertx vertx;
    private final Clock clock;
    private final NavigableMap<Long, Revocation> bySeq = new ConcurrentSkipListMap<>();
    private final Map<UUID, Instant> ended = new ConcurrentHashMap<>();
    private final Set<UniEmitter<? super Void>> waiting = ConcurrentHashMap.newKeySet();
    private final AtomicLong last = new AtomicLong();
    private volatile boolean known;
    private volatile boolean away;
    private long timer;

    RevocationLog(RevocationRepository revocations, Vertx vertx, Clock clock) {
        this.revocations = revocations;
        this.vertx = vertx;
        this.clock = clock;
    }

    /**
     * A part of the log.
     *
     * @param items in their order
     * @param cursor where to go on
     * @param reset whether {@code items} is all that there is, and not what has come since
     */
    record Page(List<Revocation> items, long cursor, boolean reset) {}

    void start(@Observes StartupEvent starting) {
        timer = vertx.setPeriodic(1, LOOK_EVERY.toMillis(), due -> look());
    }

    /** Whether the log has ever been read; until then nobody can say that a grant has not ended. */
    public boolean isKnown() {
        return known;
    }

    /** Whether the grant {@code id} has ended, as far as this replica has heard. */
    public boolean isRevoked(UUID id) {
        return ended.containsKey(id);
    }

    /**
     * What has come after the number {@code after}, or everything if it is null or not one of ours. Waits up to {@code wait} for
     * something to come, and fails with 503 if nothing is known yet.
     */
    Uni<Page> after(@Nullable Long after, Duration wait) {
        if (!known) {
            return Uni.createFrom().failure(unavailable("The revocations have not been read yet: try again."));
        }
        if (after == null || after < 0 || after > last.get()) {
            return Uni.createFrom().item(new Page(List.copyOf(bySeq.values()), last.get(), true));
        }
        Page page = since(after);
        return page.items().isEmpty() && wait.isPositive()
                ? nextOne(after, wait).map(ignored -> since(after))
                : Uni.createFrom().item(page);
    }

    /** Reads what is new. */
    Uni<Void> readOn() {
        return revocations.after(last.get(), clock.instant()).invoke(this::add).replaceWithVoid();
    }

    /** Forgets what has expired. */
    void forgetExpired(Instant now) {
        bySeq.values().removeIf(revocation -> !revocation.expiresAt().isAfter(now));
        ended.values().removeIf(expiry -> !expiry.isAfter(now));
    }

    private Page since(long after) {
        List<Revocation> items = List.copyOf(bySeq.tailMap(after, false).values());
        return new Page(items, items.isEmpty() ? after : items.getLast().seq(), false);
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

    private void add(List<Revocation> found) {
        for (Revocation revocation : found) {
            bySeq.put(revocation.seq(), revocation);
            ended.put(revocation.grantId(), revocation.expiresAt());
            last.accumulateAndGet(revocation.seq(), Math::max);
        }
        known = true;
        if (!found.isEmpty()) {
            waiting.forEach(emitter -> emitter.complete(null));
        }
    }

    private void look() {
        readOn().subscribe().with(done -> back(), this::missed);
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
