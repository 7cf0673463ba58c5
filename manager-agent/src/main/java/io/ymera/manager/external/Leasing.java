package io.ymera.manager.external;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.contracts.task.AttemptRef;
import io.ymera.manager.capability.CapabilityVersion;
import io.ymera.manager.dispatch.ClaimedTask;
import io.ymera.manager.dispatch.Claims;
import io.ymera.manager.external.LeaseRepository.Asking;
import io.ymera.manager.external.LeaseRequest.Wanted;
import io.ymera.manager.live.Wakeups;
import io.ymera.web.problem.ApiException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Gives waiting tasks to agents that ask for them, straight from the queue: no more than an agent has free slots, nothing
 * while it is drained.
 */
@Singleton
class Leasing {

    private static final Logger LOG = Logger.getLogger(Leasing.class);

    /** How soon an agent that was full or drained is found to have room again. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final LeaseRepository repository;
    private final WaitingRoom waitingRoom;
    private final Claims claims;
    private final Wakeups wakeups;
    private final Clock clock;

    Leasing(LeaseRepository repository, WaitingRoom waitingRoom, Claims claims, Wakeups wakeups, Clock clock) {
        this.repository = repository;
        this.waitingRoom = waitingRoom;
        this.claims = claims;
        this.wakeups = wakeups;
        this.clock = clock;
    }

    /**
     * Waits for work, as long as the agent wants to.
     *
     * @param mayServe throws for a task type that {@code owner} may not serve, or not any more
     * @param gone completes when nobody waits for the answer any more: nothing is claimed after that, and what was claimed
     *     goes back
     * @return maybe none; fails with {@link ErrorCode#NOT_FOUND} if {@code owner} has no such agent, with {@link
     *     ErrorCode#CONFLICT} if it is not one that can lease now, and with what {@code mayServe} throws
     */
    Uni<List<Lease>> lease(
            UUID agent, String owner, LeaseRequest request, Consumer<String> mayServe, CompletableFuture<Void> gone) {
        Instant end = clock.instant().plusSeconds(request.seconds());
        return claim(agent, owner, request, mayServe, end, gone).chain(claimed -> {
            if (gone.isDone()) {
                return giveBack(claimed).replaceWith(List.<Lease>of());
            }
            return leases(claimed);
        });
    }

    /** Puts leases back that did not reach their agent. Never fails: what can't be put back lapses. */
    Uni<Void> giveBackLeases(List<Lease> leases) {
        return giveBackAttempts(leases.stream()
                .map(lease -> new AttemptRef(lease.taskId(), lease.attempt(), lease.fencingToken()))
                .toList());
    }

    private Uni<List<ClaimedTask>> claim(
            UUID agent,
            String owner,
            LeaseRequest request,
            Consumer<String> mayServe,
            Instant end,
            CompletableFuture<Void> gone) {
        return repository
                .look(agent, owner)
                .map(found -> found.orElseThrow(
                        () -> ApiException.notFound("There is no agent %s; register it again".formatted(agent))))
                .chain(asking -> {
                    requireLeasing(agent, asking);
                    List<CapabilityVersion> queues = queues(request.capabilities(), asking.capabilities());
                    queues.forEach(queue -> mayServe.accept(queue.name()));
                    int room = Math.min(request.most(), asking.room());
                    Uni<List<ClaimedTask>> now = room == 0 || gone.isDone()
                            ? Uni.createFrom().item(List.of())
                            : claims.lease(
                                    agent, transaction -> shares(transaction, agent, owner, queues, request.most()));
                    return now.chain(claimed -> {
                        Duration left = Duration.between(clock.instant(), end);
                        if (!claimed.isEmpty() || gone.isDone() || !left.isPositive()) {
                            return Uni.createFrom().item(claimed);
                        }
                        return pause(queues, room, left, gone)
                                .chain(() -> claim(agent, owner, request, mayServe, end, gone));
                    });
                });
    }

    /** With what may have changed since the first look, as others may ask for the same agent at the same time. */
    private Uni<Map<CapabilityVersion, Integer>> shares(
            SqlClient transaction, UUID agent, String owner, List<CapabilityVersion> queues, int most) {
        return repository.lookAlone(transaction, agent, owner).chain(found -> {
            int room = Math.min(most, found.map(Asking::room).orElse(0));
            return room == 0 || queues.isEmpty()
                    ? Uni.createFrom().item(Map.of())
                    : claims.inTurn(transaction, queues).chain(inTurn -> repository
                            .waiting(transaction, inTurn, room)
                            .map(waiting -> Shares.deal(inTurn, waiting, room)));
        });
    }

    private Uni<Void> pause(List<CapabilityVersion> queues, int room, Duration left, CompletableFuture<Void> gone) {
        if (room > 0) {
            return waitingRoom.await(queues, room, left, gone);
        }
        Duration pause = left.compareTo(LOOK_AGAIN) < 0 ? left : LOOK_AGAIN;
        return waitingRoom.await(List.of(), 0, pause, gone);
    }

    private static void requireLeasing(UUID agent, Asking asking) {
        if (!asking.isHttp()) {
            throw new ApiException(
                    ErrorCode.CONFLICT,
                    "Agent %s receives its tasks over Kafka; to lease, register with delivery http".formatted(agent));
        }
        if (asking.status().equals("offline")) {
            throw new ApiException(
                    ErrorCode.CONFLICT,
                    "Agent %s has gone silent and counts as offline; send a heartbeat first".formatted(agent));
        }
    }

    private static List<CapabilityVersion> queues(List<Wanted> wanted, List<CapabilityVersion> offered) {
        if (wanted.isEmpty()) {
            return offered;
        }
        Set<CapabilityVersion> queues = new LinkedHashSet<>();
        for (int i = 0; i < wanted.size(); i++) {
            Wanted one = wanted.get(i);
            List<CapabilityVersion> matching = offered.stream()
                    .filter(offer -> offer.name().equals(one.name()))
                    .filter(offer -> one.version() == null || one.version() == offer.version())
                    .toList();
            if (matching.isEmpty()) {
                throw ApiException.invalid("/capabilities/" + i, "is not a capability that this agent registered");
            }
            queues.addAll(matching);
        }
        return List.copyOf(queues);
    }

    private Uni<List<Lease>> leases(List<ClaimedTask> claimed) {
        if (claimed.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return repository
                .deadlines(claimed.stream().map(ClaimedTask::taskId).toList())
                .map(deadlines -> claimed.stream()
                        .map(task -> Lease.of(
                                task,
                                deadlines.getOrDefault(
                                        task.taskId(), clock.instant().plusSeconds(task.runTimeoutSeconds()))))
                        .toList())
                .onFailure()
                .call(failure -> giveBack(claimed));
    }

    private Uni<Void> giveBack(List<ClaimedTask> claimed) {
        return giveBackAttempts(claimed.stream().map(ClaimedTask::ref).toList());
    }

    private Uni<Void> giveBackAttempts(List<AttemptRef> attempts) {
        if (attempts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return claims.giveBack(attempts, "The agent was gone before it had the lease")
                .invoke(() -> wakeups.changed(
                        attempts.stream().map(AttemptRef::taskId).toList()))
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "%d leases that reached nobody lapse by themselves: %s", attempts.size(), failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }
}
