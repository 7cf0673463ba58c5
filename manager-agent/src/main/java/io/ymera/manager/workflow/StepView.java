package io.ymera.manager.workflow;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ymera.manager.workflow.StepState.ApprovalRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A step as those see it who may see its workflow.
 *
 * @param waitingFor what has to happen for it to go on; null if nothing
 * @param items how many tasks it takes; null before that is known, and for an approval
 * @param completed how many of its tasks were completed, likewise
 * @param failed how many of its tasks have failed, or could not be queued, likewise
 * @param taskIds its tasks, in the order of the list of a fan-out, the first {@value ViewRepository#MOST_TASKS} of them
 * @param result what its task has returned, or the list of what its tasks have returned, JSON; null if there is none, if
 *     it is larger than {@value ViewRepository#MOST_RESULT_BYTES} bytes, or if there are more tasks than are shown
 * @param approval who was asked, and what they said; null unless it is an approval that has had its turn
 * @param compensation what was done to undo it, or null
 */
@RegisterForReflection
record StepView(
        String name,
        StepStatus status,
        @Nullable WaitingFor waitingFor,
        @Nullable Integer items,
        @Nullable Integer completed,
        @Nullable Integer failed,
        List<UUID> taskIds,
        @JsonRawValue @Nullable String result,
        @Nullable StepFailure failure,
        @Nullable ApprovalView approval,
        @Nullable StepView compensation,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    /**
     * What a step waits for.
     *
     * @param reason {@code steps}, {@code approval}, {@code tasks} (which say more themselves), or {@code turn} for one
     *     that has its turn soon
     * @param steps those that have to end before
     * @param by who may approve
     * @param until when it is decided without them
     */
    @RegisterForReflection
    @Schema(name = "StepWaitingFor")
    record WaitingFor(
            String reason,
            @Nullable List<String> steps,
            @Nullable List<String> by,
            @Nullable Instant until) {

        static WaitingFor steps(List<String> steps) {
            return new WaitingFor("steps", steps, null, null);
        }

        static WaitingFor approval(ApprovalRequest request) {
            return new WaitingFor("approval", null, request.addressees(), request.deadline());
        }

        static WaitingFor tasks() {
            return new WaitingFor("tasks", null, null, null);
        }

        static WaitingFor turn() {
            return new WaitingFor("turn", null, null, null);
        }
    }

    /**
     * An approval.
     *
     * @param asked subjects, and roles after {@code role:}
     * @param decidedBy null before, and if time ran out
     */
    @RegisterForReflection
    record ApprovalView(
            List<String> asked,
            boolean escalated,
            @Nullable Boolean approved,
            @Nullable String decidedBy,
            @Nullable String comment,
            @Nullable Instant decidedAt) {

        static @Nullable ApprovalView of(@Nullable ApprovalRequest request) {
            if (request == null) {
                return null;
            }
            var decision = request.decision();
            return decision == null
                    ? new ApprovalView(request.addressees(), request.escalated(), null, null, null, null)
                    : new ApprovalView(
                            request.addressees(),
                            request.escalated(),
                            decision.approved(),
                            decision.by(),
                            decision.comment(),
                            decision.at());
        }
    }
}
