package io.ymera.auth.audit;

import static java.util.Objects.requireNonNull;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.ymera.auth.audit.AuditRepository.Link;
import io.ymera.auth.audit.ChainCheck.Problem;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Links events into a chain and checks it. An event gets its place a moment after the commit that made it, since transactions
 * that had to wait for each other's events would be done one after the other. Of all replicas one links at a time. Whoever can
 * write to the database may add an event until then; none that has been linked can be changed, taken away or moved without the
 * key. Non-blocking, and never more than a page of events in memory.
 */
@Singleton
class AuditChainService {

    private static final int BATCH = 500;
    private static final int PAGE = 1_000;

    private final AuditRepository events;
    private final ChainHash hashes;
    private final Pool pool;

    AuditChainService(AuditRepository events, ChainHash hashes, Pool pool) {
        this.events = events;
        this.hashes = hashes;
        this.pool = pool;
    }

    /** Links what has not been, unless somebody else is at it. */
    Uni<Void> linkUnlessBusy() {
        return linkWith(transaction -> events.tryLock(transaction));
    }

    /** Links what has not been; when it is done, everything that was recorded before has its place. */
    Uni<Void> link() {
        return linkWith(transaction -> events.lock(transaction).replaceWith(true));
    }

    Uni<AuditHead> head() {
        return events.head(pool);
    }

    /** Links what has not been, and then checks the chain from its beginning. */
    Uni<ChainCheck> verify() {
        return link().chain(() -> walk(AuditHead.NOTHING));
    }

    /**
     * Links what has not been, and then checks the chain from the event {@code kept} on, which must still be there with that
     * hash.
     */
    Uni<ChainCheck> verify(AuditHead kept) {
        return link().chain(() -> events.chain(kept.seq() - 2, 2)).chain(found -> {
            Optional<AuditEntry> itself = find(found, kept.seq());
            if (itself.isEmpty()) {
                return cutOff(kept);
            }
            if (!kept.hash().equals(itself.get().hash())) {
                return Uni.createFrom()
                        .item(broken(Problem.changed(
                                kept.seq(),
                                "This event has another hash than the one that was kept: the log was written anew.")));
            }
            if (kept.seq() == 1) {
                return walk(AuditHead.NOTHING);
            }
            return find(found, kept.seq() - 1)
                    .filter(before -> before.hash() != null)
                    .map(before -> walk(new AuditHead(kept.seq() - 1, requireNonNull(before.hash()))))
                    .orElseGet(() ->
                            Uni.createFrom().item(broken(Problem.missing(kept.seq() - 1, "There is no such event."))));
        });
    }

    private Uni<Void> linkWith(Function<SqlClient, Uni<Boolean>> lock) {
        return Multi.createBy()
                .repeating()
                .uni(() -> pool.withTransaction(transaction -> lock.apply(transaction)
                        .chain(free ->
                                free ? linkBatch(transaction) : Uni.createFrom().item(0))))
                .whilst(linked -> linked == BATCH)
                .onItem()
                .ignoreAsUni();
    }

    /** For the holder of the lock. */
    private Uni<Integer> linkBatch(SqlClient transaction) {
        return events.unlinked(transaction, BATCH)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(0)
                        : events.head(transaction)
                                .chain(head -> events.link(transaction, links(head, found)))
                                .replaceWith(found.size()));
    }

    private List<Link> links(AuditHead head, List<AuditEntry> found) {
        List<Link> links = new ArrayList<>();
        AuditHead last = head;
        for (AuditEntry event : found) {
            last = new AuditHead(last.seq() + 1, hashes.of(last, event));
            links.add(new Link(event.eventId(), last));
        }
        return links;
    }

    private Uni<ChainCheck> walk(AuditHead from) {
        ChainWalk walk = new ChainWalk(hashes, from);
        return Multi.createBy()
                .repeating()
                .uni(() -> events.chain(walk.lookAfter(), PAGE).invoke(page -> walk.take(page, PAGE)))
                .whilst(page -> !walk.isOver())
                .onItem()
                .ignoreAsUni()
                .chain(() -> judge(walk));
    }

    private Uni<ChainCheck> judge(ChainWalk walk) {
        AuditEntry offending = walk.offending();
        if (offending == null) {
            return Uni.createFrom().item(ChainCheck.good(walk.events(), walk.reached()));
        }
        return search(walk, offending).map(problem -> ChainCheck.broken(walk.events(), walk.reached(), problem));
    }

    /** What belongs in the place where the walk stopped may be elsewhere. */
    private Uni<Problem> search(ChainWalk walk, AuditEntry offending) {
        AuditHead before = walk.reached();
        long place = before.seq() + 1;
        long there = requireNonNull(offending.seq());
        if (there < place) {
            return Uni.createFrom().item(Problem.changed(there, "There never was an event of this number."));
        }
        AtomicLong reached = new AtomicLong(before.seq());
        return Multi.createBy()
                .repeating()
                .uni(() -> events.chain(reached.get(), PAGE)
                        .invoke(page -> page.forEach(event -> reached.set(requireNonNull(event.seq())))))
                .whilst(page -> page.size() == PAGE)
                .onItem()
                .transformToIterable(page -> page)
                .filter(event -> event != offending && belongs(before, event, offending))
                .toUni()
                .map(elsewhere -> elsewhere != null && requireNonNull(elsewhere.seq()) != place
                        ? Problem.reordered(
                                place, "The event that belongs here now has the number %d.".formatted(elsewhere.seq()))
                        : there == place
                                ? Problem.changed(
                                        place, "This event is not what was recorded: it was changed or put here.")
                                : Problem.missing(place, "There is no such event; the next is %d.".formatted(there)));
    }

    /** It may have been moved with its hash, or without. */
    private boolean belongs(AuditHead before, AuditEntry event, AuditEntry offending) {
        String hash = hashes.of(before, event);
        return hash.equals(event.hash()) || hash.equals(offending.hash());
    }

    private Uni<ChainCheck> cutOff(AuditHead kept) {
        return head().map(head -> broken(
                head.seq() < kept.seq()
                        ? Problem.missing(
                                head.seq() + 1,
                                "The log ends at %d, but was kept to have had %d events."
                                        .formatted(head.seq(), kept.seq()))
                        : Problem.missing(kept.seq(), "There is no such event.")));
    }

    private static ChainCheck broken(Problem problem) {
        return ChainCheck.broken(0, AuditHead.NOTHING, problem);
    }

    private static Optional<AuditEntry> find(List<AuditEntry> entries, long seq) {
        return entries.stream()
                .filter(entry -> entry.seq() != null && entry.seq() == seq)
                .findFirst();
    }
}
