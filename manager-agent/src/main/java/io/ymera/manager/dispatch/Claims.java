package io.ymera.manager.dispatch;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.ymera.contracts.task.AttemptRef;
import io.ymera.manager.capability.CapabilityVersion;
import io.ymera.manager.dispatch.ClaimRepository.Leased;
import io.ymera.manager.live.Wakeups;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/** Claims for agents that ask for work themselves, instead of receiving it from Kafka. */
@Singleton
public class Claims {

    private final ClaimRepository repository;
    private final Reserve reserve;
    private final TaskTimes times;
    private final Wakeups wakeups;
    private final Pool pool;
    private final Turns turns;

    Claims(
            ClaimRepository repository,
            Reserve reserve,
            TaskTimes times,
            Wakeups wakeups,
            Pool pool,
            DispatchSettings settings) {
        this.turns = new Turns(settings.reserveOneIn());
        this.repository = repository;
        this.reserve = reserve;
        this.times = times;
        this.wakeups = wakeups;
        this.pool = pool;
    }

    /** Those of {@code queues} in which something times, in the order in which they have their turn. */
    public Uni<List<CapabilityVersion>> inTurn(SqlClient transaction, Collection<CapabilityVersion> queues) {
        return repository.heads(transaction, queues).map(turns::order);
    }

    /**
     * Claims waiting tasks for an agent, which runs them from now on; maybe none. All of it is one transaction, so that an
     * agent that is told of a failure has nothing to run.
     *
     * @param shares says within the transaction how many tasks of which queue the agent may have; who must not claim for
     *     the agent twice at the same time takes a lock there
     */
    public Uni<List<ClaimedTask>> lease(UUID agent, Function<SqlClient, Uni<Map<CapabilityVersion, Integer>>> shares) {
        List<Leased> leased = new ArrayList<>();
        return pool.withTransaction(transaction -> shares.apply(transaction).chain(wanted -> Multi.createFrom()
                        // In one order: each claim holds the clock of its queue until the commit
                        .iterable(new TreeMap<>(wanted).entrySet())
                        .onItem()
                        .transformToUniAndConcatenate(
                                share -> lease(transaction, agent, share.getKey(), share.getValue())
                                        .invoke(leased::addAll))
                        .onItem()
                        .ignoreAsUni()))
                .invoke(() -> announce(leased))
                .map(done -> leased.stream().map(Leased::task).toList());
    }

    private Uni<List<Leased>> lease(SqlClient transaction, UUID agent, CapabilityVersion queue, int most) {
        int oldest = reserve.oldest(queue, most);
        return repository.lease(transaction, agent, queue, most - oldest, oldest);
    }

    private void announce(List<Leased> leased) {
        for (Leased each : leased) {
            ClaimedTask task = each.task();
            CapabilityVersion queue = new CapabilityVersion(task.taskType(), task.version());
            reserve.claimed(queue, 1);
            turns.served(queue);
            times.started(task.taskType(), each.availableAt(), each.startedAt());
        }
        wakeups.changed(leased.stream().map(each -> each.task().taskId()).toList());
    }

    /** Puts back what was claimed and never reached the agent; it costs the tasks nothing. */
    public Uni<Void> giveBack(Collection<AttemptRef> claims, String reason) {
        return repository.giveBack(claims, reason);
    }
}
