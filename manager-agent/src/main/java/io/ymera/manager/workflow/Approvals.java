package io.ymera.manager.workflow;

import io.ymera.contracts.problem.ErrorCode;
import io.ymera.manager.workflow.Step.Approval;
import io.ymera.manager.workflow.Step.OnTimeout;
import io.ymera.manager.workflow.StepState.ApprovalRequest;
import io.ymera.manager.workflow.StepState.Decision;
import io.ymera.web.problem.ApiException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What people, and time, do to approval steps. */
final class Approvals {

    private Approvals() {}

    /**
     * Somebody approves or rejects. Saying the same again changes nothing.
     *
     * @throws ApiException if there is nothing for them to decide, or if it was decided otherwise
     */
    static void decide(Run run, String step, Approver who, boolean approved, @Nullable String comment) {
        StepKey key = StepKey.step(step);
        if (!maySee(run, who) || run.definition().find(step).isEmpty()) {
            throw ApiException.notFound("There is no step %s in a workflow %s"
                    .formatted(step, run.head().id()));
        }
        if (!(run.step(key).work() instanceof Approval)) {
            throw new ApiException(ErrorCode.CONFLICT, "Step %s is no approval".formatted(step));
        }
        StepState state = run.state(key);
        ApprovalRequest request = state.request();
        if (request == null) {
            throw new ApiException(
                    ErrorCode.CONFLICT,
                    "Step %s is %s and can't be decided now"
                            .formatted(step, state.status().wireName()));
        }
        if (!who.isAmong(request.addressees())) {
            throw new ApiException(ErrorCode.FORBIDDEN, "Others are asked to decide about step %s".formatted(step));
        }
        if (state.status() == StepStatus.AWAITING_APPROVAL) {
            Decision decision = new Decision(approved, who.subject(), comment, run.now());
            run.decide(key, decision, approved ? null : rejected(who, comment));
        } else if (request.decision() == null || request.decision().approved() != approved) {
            throw new ApiException(
                    ErrorCode.CONFLICT,
                    "Step %s has been %s already".formatted(step, outcome(state.status(), request.decision())));
        }
    }

    /** Whether a workflow is theirs, or asks or has asked them something. */
    private static boolean maySee(Run run, Approver who) {
        return who.isAdmin()
                || who.subject().equals(run.head().owner())
                || run.state().steps().values().stream()
                        .map(StepState::request)
                        .anyMatch(request -> request != null && who.isAmong(request.asked()));
    }

    private static String outcome(StepStatus status, @Nullable Decision decision) {
        if (decision == null) {
            return status.wireName();
        }
        return (decision.approved() ? "approved" : "rejected")
                + (decision.by() == null ? " because time ran out" : " by " + decision.by());
    }

    private static StepFailure rejected(Approver who, @Nullable String comment) {
        return new StepFailure("rejected", "Rejected by " + who.subject() + (comment == null ? "" : ": " + comment));
    }

    /** Time does what the definition says it does where nobody has decided. */
    static void expire(Run run) {
        for (Step step : run.definition().steps()) {
            StepKey key = StepKey.step(step.name());
            StepState state = run.state(key);
            Instant deadline = state.request() == null ? null : state.request().deadline();
            if (state.status() == StepStatus.AWAITING_APPROVAL && deadline != null && !deadline.isAfter(run.now())) {
                expire(run, key, (Approval) step.work());
            }
        }
    }

    private static void expire(Run run, StepKey key, Approval approval) {
        if (approval.onTimeout() == OnTimeout.ESCALATE
                && !Objects.requireNonNull(run.state(key).request()).escalated()) {
            run.escalate(key, approval);
        } else if (approval.onTimeout() == OnTimeout.APPROVE) {
            run.decide(key, new Decision(true, null, null, run.now()), null);
        } else {
            run.decide(
                    key,
                    new Decision(false, null, null, run.now()),
                    new StepFailure("approval_timeout", "Nobody has decided in time"));
        }
    }
}
