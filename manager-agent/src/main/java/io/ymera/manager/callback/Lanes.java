package io.ymera.manager.callback;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Limits how many callbacks a manager sends at a time: in all, for one owner, and from one owner to one host. So a receiver
 * that is slow keeps up its own callbacks only, and an owner with many slow receivers their own only. Not limited is what
 * several owners send to one host: one of them could use up the others' share. Safe for use by several threads.
 */
final class Lanes {

    /** Somebody's callbacks to a host. */
    record Receiver(String owner, String host) {}

    /** A callback that is due. */
    record Candidate(UUID id, Receiver receiver) {}

    private final CallbackSettings limits;
    private final Map<UUID, Receiver> taken = new HashMap<>();
    private final Map<String, Integer> ofOwner = new HashMap<>();
    private final Map<Receiver, Integer> ofReceiver = new HashMap<>();

    Lanes(CallbackSettings limits) {
        this.limits = limits;
    }

    /** Takes lanes for as many of the candidates, in their order, as there are lanes for; says for which. */
    synchronized List<UUID> take(List<Candidate> candidates) {
        List<UUID> admitted = new ArrayList<>();
        for (Candidate candidate : candidates) {
            Receiver receiver = candidate.receiver();
            if (taken.size() < limits.concurrency()
                    && ofOwner.getOrDefault(receiver.owner(), 0) < limits.perOwner()
                    && ofReceiver.getOrDefault(receiver, 0) < limits.perHost()
                    && taken.putIfAbsent(candidate.id(), receiver) == null) {
                ofOwner.merge(receiver.owner(), 1, Integer::sum);
                ofReceiver.merge(receiver, 1, Integer::sum);
                admitted.add(candidate.id());
            }
        }
        return admitted;
    }

    /** Gives a lane back; one that was given back before stays so. */
    synchronized void free(UUID callback) {
        Receiver receiver = taken.remove(callback);
        if (receiver != null) {
            ofOwner.computeIfPresent(receiver.owner(), (owner, count) -> count == 1 ? null : count - 1);
            ofReceiver.computeIfPresent(receiver, (same, count) -> count == 1 ? null : count - 1);
        }
        notifyAll();
    }

    synchronized int free() {
        return limits.concurrency() - taken.size();
    }

    synchronized int inUse() {
        return taken.size();
    }

    synchronized Set<UUID> all() {
        return Set.copyOf(taken.keySet());
    }

    synchronized Set<String> busyOwners() {
        return ofOwner.entrySet().stream()
                .filter(entry -> entry.getValue() >= limits.perOwner())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    synchronized Set<Receiver> busyReceivers() {
        return ofReceiver.entrySet().stream()
                .filter(entry -> entry.getValue() >= limits.perHost())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Waits until no lane is in use, or for {@code millis}. */
    synchronized void awaitEmpty(long millis) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        while (!taken.isEmpty()) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return;
            }
            wait(left);
        }
    }
}
