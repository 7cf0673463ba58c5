package io.ymera.manager.dispatch;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.ymera.contracts.task.AttemptRef;
import io.ymera.manager.capability.CapabilityVersion;
import io.ymera.manager.live.Wakeups;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Claims for agents that ask for work themselves, instead of receiving it from Kafka. */
@Singleton
public class Claims {

    private final ClaimRepository repository;
    private final Wakeups wakeups;

    Claims(ClaimRepository repository, Wakeups wakeups) {
        this.repository = repository;
        this.wakeups = wakeups;
    }

    /** Claims up to {@code most} waiting tasks for an agent, which runs them from now on; maybe none. */
    public Uni<List<ClaimedTask>> lease(UUID agent, List<CapabilityVersion> queues, int most) {
        List<ClaimedTask> claimed = new ArrayList<>();
        return Multi.createFrom()
                .iterable(queues)
                .onItem()
                .transformToUniAndConcatenate(queue -> claimed.size() >= most
                        ? Uni.createFrom().voidItem()
                        : repository
                                .lease(agent, queue, most - claimed.size())
                                .invoke(claimed::addAll)
                                .replaceWithVoid())
                .onItem()
                .ignoreAsUni()
                .invoke(() -> wakeups.changed(
                        claimed.stream().map(ClaimedTask::taskId).toList()))
                .replaceWith(claimed);
    }

    /** Puts back what was claimed and never reached the agent; it costs the tasks nothing. */
    public Uni<Void> giveBack(Collection<AttemptRef> claims, String reason) {
        return repository.giveBack(claims, reason);
    }
}
