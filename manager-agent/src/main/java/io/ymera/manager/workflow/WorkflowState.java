package io.ymera.manager.workflow;

import java.util.Map;

/**
 * How far a workflow has come.
 *
 * @param steps of those steps that have had their turn; the others wait
 */
record WorkflowState(WorkflowStatus status, Map<StepKey, StepState> steps) {

    StepState of(StepKey step) {
        return steps.getOrDefault(step, StepState.WAITING);
    }
}
