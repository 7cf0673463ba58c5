package io.ymera.manager.workflow;

/** Something that is to be done now for a workflow to go on. */
sealed interface Action {

    /** The step's turn has come: look at its condition and its data. */
    record Begin(StepKey step) implements Action {}

    /**
     * Queue tasks for the next items of a step that runs.
     *
     * @param count at most how many, from 1
     */
    record BeginItems(StepKey step, int count) implements Action {}

    /** Cancel the tasks of a step that runs. */
    record Stop(StepKey step) implements Action {}

    /** The step ends. */
    record End(StepKey step, StepStatus as) implements Action {}

    /** Nothing can make up for the failure of a step. */
    record Fail(StepKey step) implements Action {}

    /** The workflow changes its status. */
    record Become(WorkflowStatus status) implements Action {}
}
