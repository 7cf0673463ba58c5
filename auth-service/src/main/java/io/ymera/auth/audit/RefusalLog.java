package io.ymera.auth.audit;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.ymera.auth.origin.Origin;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Records refusals that whoever attacks can cause as often as they like, so that a flood of them does not become one of writes:
 * of those that are alike (action, actor, target, address and reason) the first in a minute is recorded at once, and how many
 * came after it ({@code repeated}) at the minute's end. Of more than {@value #MOST_KINDS} kinds in a minute the others count as
 * one. So a replica writes a few hundred events a minute at most; when it is killed the last minute's numbers are lost.
 * Non-blocking, thread-safe.
 */
@Singleton
public class RefusalLog {

    static final int MOST_KINDS = 200;

    private final AuditLog audit;
    private final Pool pool;

    /** How often each was recorded or counted in this minute. */
    private final Map<AuditEvent, Integer> minute = new ConcurrentHashMap<>();

    RefusalLog(AuditLog audit, Pool pool) {
        this.audit = audit;
        this.pool = pool;
    }

    /** Records or counts {@code refusal}. */
    public Uni<Void> record(AuditEvent refusal) {
        AuditEvent kind = kind(refusal);
        return minute.merge(kind, 1, Integer::sum) == 1
                ? audit.record(pool, kind)
                : Uni.createFrom().voidItem();
    }

    private AuditEvent kind(AuditEvent refusal) {
        // What a client calls itself is not recorded, and could be another word each time
        AuditEvent kind = new AuditEvent(
                refusal.action(),
                refusal.success(),
                refusal.actor(),
                refusal.target(),
                new Origin(refusal.origin().address(), null),
                refusal.details());
        return minute.containsKey(kind) || minute.size() < MOST_KINDS
                ? kind
                : AuditEvent.refused(refusal.action(), null, null, Origin.NONE, "many others");
    }

    /** Records what was only counted, and begins another minute. */
    @Scheduled(every = "1m", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> flush() {
        return Multi.createFrom()
                .iterable(List.copyOf(minute.keySet()))
                .onItem()
                .transformToUniAndConcatenate(this::flush)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> flush(AuditEvent kind) {
        Integer times = minute.remove(kind);
        if (times == null || times == 1) {
            return Uni.createFrom().voidItem();
        }
        return audit.record(pool, kind.with("repeated", Integer.toString(times - 1)))
                .onFailure()
                // For the next time
                .invoke(e -> minute.merge(kind, times, Integer::sum));
    }
}
