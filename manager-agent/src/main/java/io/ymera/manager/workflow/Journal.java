package io.ymera.manager.workflow;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ymera.manager.workflow.StepState.ApprovalRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to a workflow in one transaction, as its events will tell. Not thread-safe. */
final class Journal {

    private final List<Event> events = new ArrayList<>();
    private long sequence;

    /**
     * Something that happened.
     *
     * @param sequence its number among those of the workflow, from 1
     */
    record Event(long sequence, String type, ObjectNode data) {}

    /** @param sequence of the workflow's last event so far */
    Journal(long sequence) {
        this.sequence = sequence;
    }

    List<Event> events() {
        return events;
    }

    /** Of the last event. */
    long sequence() {
        return sequence;
    }

    void created() {
        add("workflow.created", data());
    }

    /**
     * The workflow has a new status.
     *
     * @param failure why, or null.
     * @param by who wanted it, or null
     */
    void became(WorkflowStatus status, @Nullable WorkflowFailure failure, @Nullable Cancellation by) {
        ObjectNode data = by == null ? data() : by.toJson();
        if (failure != null) {
            data.set("failure", failure.toJson());
        }
        add("workflow." + status.wireName(), data);
    }

    /** @param task the only one, or null if there are several */
    void started(StepKey key, int items, @Nullable UUID task) {
        ObjectNode data = of(key).put("items", items);
        add(type(key, "started"), task == null ? data : data.put("task_id", task.toString()));
    }

    /** Items of a step have ended; one event for all that have at once. */
    void progress(StepKey key, StepState state) {
        String type = type(key, "progress");
        Event last = events.isEmpty() ? null : events.getLast();
        if (last != null
                && last.type().equals(type)
                && last.data().path("step").asText().equals(key.name())) {
            events.removeLast();
            sequence--;
        }
        add(
                type,
                of(key).put("items", state.items())
                        .put("completed", state.completed())
                        .put("failed", state.failed()));
    }

    /** Somebody is asked. */
    void asked(StepKey key, ApprovalRequest request) {
        ObjectNode data = of(key);
        request.addressees().forEach(data.putArray("by")::add);
        if (request.deadline() != null) {
            data.put("until", request.deadline().toString());
        }
        add(type(key, request.escalated() ? "escalated" : "awaiting_approval"), data);
    }

    void ended(StepKey key, StepState state) {
        ObjectNode data = of(key);
        if (state.status() == StepStatus.FAILED && state.failure() != null) {
            data.set("failure", state.failure().toJson());
        }
        if (state.request() != null && state.request().decision() != null) {
            data.put("by", state.request().decision().by());
        }
        add(type(key, state.status().wireName()), data);
    }

    private void add(String type, ObjectNode data) {
        events.add(new Event(++sequence, type, data));
    }

    private static String type(StepKey key, String what) {
        return key.kind().name().toLowerCase(Locale.ROOT) + "." + what;
    }

    private static ObjectNode of(StepKey key) {
        return data().put("step", key.name());
    }

    private static ObjectNode data() {
        return JsonNodeFactory.instance.objectNode();
    }
}
