package io.ymera.manager.workflow;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far a step has come. A step with one task has one item.
 *
 * @param stopping whether its tasks are to be cancelled
 * @param items how many tasks it takes
 * @param begun how many of them were queued, or failed before; always the first ones
 * @param completed how many of those begun
 * @param failed how many of those begun
 * @param cancelled how many of those begun
 * @param place its place in the order in which steps ended, from 1; 0 before
 * @param failure why it failed, first of all; null if nothing did
 * @param request the approval that it waits for or waited for, or null
 */
record StepState(
        StepStatus status,
        boolean stopping,
        int items,
        int begun,
        int completed,
        int failed,
        int cancelled,
        int place,
        @Nullable StepFailure failure,
        @Nullable ApprovalRequest request,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    static final StepState WAITING = new StepState(StepStatus.WAITING, false, 0, 0, 0, 0, 0, 0, null, null, null, null);

    /**
     * An approval that was asked for.
     *
     * @param asked all who were asked so far, subjects and roles; they may see the workflow
     * @param addressees those of them who may decide
     * @param deadline when something happens by itself; null for never
     * @param decision what was decided, or null
     */
    record ApprovalRequest(
            List<String> asked,
            List<String> addressees,
            @Nullable Instant deadline,
            boolean escalated,
            @Nullable Decision decision) {
        ApprovalRequest {
            asked = List.copyOf(asked);
            addressees = List.copyOf(addressees);
        }

        ApprovalRequest escalated(List<String> to, Instant until) {
            List<String> all =
                    Stream.concat(asked.stream(), to.stream()).distinct().toList();
            return new ApprovalRequest(all, to, until, true, null);
        }

        ApprovalRequest decided(Decision decision) {
            return new ApprovalRequest(asked, addressees, null, escalated, decision);
        }
    }

    /**
     * What was decided about an approval.
     *
     * @param by the subject who did; null if time ran out
     */
    record Decision(
            boolean approved, @Nullable String by, @Nullable String comment, Instant at) {}

    /** How many tasks are queued or running. */
    int underWay() {
        return begun - completed - failed - cancelled;
    }

    StepState running(int items, Instant now) {
        return new StepState(status.to(StepStatus.RUNNING), false, items, 0, 0, 0, 0, 0, null, null, now, null);
    }

    StepState awaiting(ApprovalRequest request, Instant now) {
        return new StepState(
                status.to(StepStatus.AWAITING_APPROVAL), false, 0, 0, 0, 0, 0, 0, null, request, now, null);
    }

    /** Others are asked. */
    StepState asking(ApprovalRequest request) {
        return new StepState(
                status, stopping, items, begun, completed, failed, cancelled, place, failure, request, startedAt, null);
    }

    StepState begunItems(int count) {
        return with(stopping, begun + count, completed, failed, cancelled, failure);
    }

    StepState itemCompleted() {
        return with(stopping, begun, completed + 1, failed, cancelled, failure);
    }

    StepState itemFailed(StepFailure why) {
        return with(stopping, begun, completed, failed + 1, cancelled, failure == null ? why : failure);
    }

    StepState itemCancelled() {
        return with(stopping, begun, completed, failed, cancelled + 1, failure);
    }

    StepState asStopping() {
        return with(true, begun, completed, failed, cancelled, failure);
    }

    /** @param why the reason for a failure that has none yet */
    StepState ended(StepStatus as, @Nullable StepFailure why, int place, Instant now) {
        return new StepState(
                status.to(as),
                false,
                items,
                begun,
                completed,
                failed,
                cancelled,
                place,
                failure == null ? why : failure,
                request,
                startedAt,
                now);
    }

    private StepState with(
            boolean stopping, int begun, int completed, int failed, int cancelled, @Nullable StepFailure failure) {
        return new StepState(
                status, stopping, items, begun, completed, failed, cancelled, place, failure, request, startedAt, null);
    }
}
