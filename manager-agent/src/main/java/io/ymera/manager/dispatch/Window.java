package io.ymera.manager.dispatch;

import io.ymera.manager.agent.AgentSlots;
import io.ymera.manager.capability.CapabilityVersion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * How many tasks of which queue the agents have room for. An agent's slots are shared by its capabilities: what is
 * dispatched and not yet started is taken to go to the least versatile agent that has a free slot for it, so that no more
 * is put into Kafka than can be started at once. Thread-safe.
 */
final class Window {

    private static final class Agent {
        private final Set<CapabilityVersion> capabilities;
        private final int size;
        private int free;

        Agent(AgentSlots agent, int running) {
            this.capabilities = Set.copyOf(agent.capabilities());
            this.size = Math.max(agent.slots() - running, 0);
            this.free = size;
        }
    }

    private final Map<CapabilityVersion, List<Agent>> agents = new HashMap<>();
    private final Map<CapabilityVersion, Integer> slots = new HashMap<>();
    private final Set<CapabilityVersion> queues = new LinkedHashSet<>();

    /** @param active what is dispatched or running at the moment */
    Window(List<AgentSlots> online, List<ClaimRepository.Active> active) {
        Map<UUID, Integer> running = new HashMap<>();
        active.stream()
                .filter(each -> each.agent() != null)
                .forEach(each -> running.merge(each.agent(), each.tasks(), Integer::sum));
        online.stream()
                .sorted(Comparator.comparingInt(agent -> agent.capabilities().size()))
                .forEach(agent -> add(agent, running.getOrDefault(agent.agentId(), 0)));
        active.stream().filter(each -> each.agent() == null).forEach(each -> place(each.queue(), each.tasks()));
    }

    private void add(AgentSlots slots, int running) {
        Agent agent = new Agent(slots, running);
        for (CapabilityVersion capability : agent.capabilities) {
            queues.add(capability);
            agents.computeIfAbsent(capability, none -> new ArrayList<>()).add(agent);
            this.slots.merge(capability, slots.slots(), Integer::sum);
        }
    }

    /** The queues that some online agent serves. */
    Set<CapabilityVersion> queues() {
        return queues;
    }

    /** For how many more tasks of a queue there is room. */
    synchronized int free(CapabilityVersion queue) {
        return agents.getOrDefault(queue, List.of()).stream()
                .mapToInt(agent -> agent.free)
                .sum();
    }

    /** How many slots there are for a queue, taken or not. */
    int slots(CapabilityVersion queue) {
        return slots.getOrDefault(queue, 0);
    }

    /** How many agents serve a queue. */
    int agents(CapabilityVersion queue) {
        return agents.getOrDefault(queue, List.of()).size();
    }

    /** How many of {@code others} share an agent with a queue, itself included if it is one of them. */
    int sharing(CapabilityVersion queue, Collection<CapabilityVersion> others) {
        Set<CapabilityVersion> sharing = new HashSet<>();
        agents.getOrDefault(queue, List.of()).forEach(agent -> sharing.addAll(agent.capabilities));
        sharing.retainAll(others);
        return sharing.size();
    }

    /** Takes room for up to {@code tasks} tasks; says for how many there was some. */
    synchronized int place(CapabilityVersion queue, int tasks) {
        int left = tasks;
        for (Agent agent : agents.getOrDefault(queue, List.of())) {
            int taken = Math.min(agent.free, left);
            agent.free -= taken;
            left -= taken;
            if (left == 0) {
                break;
            }
        }
        return tasks - left;
    }

    /** Gives room back that was taken and not used. */
    synchronized void giveBack(CapabilityVersion queue, int tasks) {
        int left = tasks;
        for (Agent agent : agents.getOrDefault(queue, List.of()).reversed()) {
            int returned = Math.min(agent.size - agent.free, left);
            agent.free += returned;
            left -= returned;
        }
    }
}
