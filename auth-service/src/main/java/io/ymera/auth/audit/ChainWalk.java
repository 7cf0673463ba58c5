package io.ymera.auth.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Goes along the chain from one event to the next for as long as each follows from the one before. For one thread at a time. */
final class ChainWalk {

    private final ChainHash hashes;
    private final AuditHead begun;
    private AuditHead reached;
    private long lookAfter;
    private boolean atEnd;
    private @Nullable AuditEntry offending;

    /** @param from where to begin; the first event to be looked at is the next */
    ChainWalk(ChainHash hashes, AuditHead from) {
        this.hashes = hashes;
        this.begun = from;
        this.reached = from;
        // From the beginning whatever comes first is looked at, even if its number is one that nobody gives
        this.lookAfter = from.seq() == 0 ? Long.MIN_VALUE : from.seq();
    }

    /** @param page what comes after {@link #lookAfter}, up to {@code asked} events */
    void take(List<AuditEntry> page, int asked) {
        for (AuditEntry event : page) {
            String hash = hashes.of(reached, event);
            if (event.seq() == null || event.seq() != reached.seq() + 1 || !hash.equals(event.hash())) {
                offending = event;
                return;
            }
            reached = new AuditHead(event.seq(), hash);
        }
        lookAfter = reached.seq();
        atEnd = page.size() < asked;
    }

    /** After which number the next page begins. */
    long lookAfter() {
        return lookAfter;
    }

    boolean isOver() {
        return atEnd || offending != null;
    }

    /** The first event that does not follow; null if there is none. */
    @Nullable
    AuditEntry offending() {
        return offending;
    }

    /** The last good event. */
    AuditHead reached() {
        return reached;
    }

    long events() {
        return reached.seq() - begun.seq();
    }
}
