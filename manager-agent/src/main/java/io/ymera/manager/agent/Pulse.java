package io.ymera.manager.agent;

import io.vertx.mutiny.sqlclient.Row;
import io.ymera.contracts.task.AttemptRef;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What there is to say to an agent that heartbeats.
 *
 * @param slotsLimit the most that somebody lets it run, or null
 * @param drain whether somebody wants it to take no more
 * @param cancelled the tasks among those that it holds of which nothing more is wanted from it, in no attempt
 * @param superseded the attempts among those that it holds of which nothing more is wanted
 * @param waiting how many assignments for it are with Kafka for long
 * @param taskTypes those that it registered with
 */
record Pulse(
        AgentStatus status,
        int slots,
        @Nullable Integer slotsLimit,
        boolean drain,
        List<UUID> cancelled,
        List<AttemptRef> superseded,
        int waiting,
        List<String> taskTypes) {

    /** @param held the attempts that were asked about, in that order */
    static Pulse from(Row row, List<AttemptRef> held) {
        return new Pulse(
                AgentStatus.of(row.getString("status")),
                row.getInteger("slots"),
                row.getInteger("slots_limit"),
                row.getBoolean("drain"),
                List.of(row.getArrayOfUUIDs("cancelled")),
                // SQL counts from 1
                Stream.of(row.getArrayOfLongs("superseded"))
                        .map(position -> held.get(Math.toIntExact(position) - 1))
                        .toList(),
                Math.toIntExact(row.getLong("waiting")),
                List.of(row.getArrayOfStrings("capabilities")));
    }

    /** The first of the task types that its client may not serve, or not any more. */
    Optional<String> forbidden(Predicate<String> mayServe) {
        return taskTypes.stream().filter(type -> !mayServe.test(type)).findFirst();
    }

    /** The same for an agent that is to take no more. */
    Pulse drained() {
        return new Pulse(status, slots, slotsLimit, true, cancelled, superseded, waiting, taskTypes);
    }

    /** Whether an agent that says this of itself stands otherwise on the roster. */
    boolean differs(AgentStatus says, int hasSlots) {
        AgentStatus is = drain ? AgentStatus.DRAINING : says;
        int may = slotsLimit == null ? hasSlots : Math.min(hasSlots, slotsLimit);
        return status != is || slots != may;
    }
}
