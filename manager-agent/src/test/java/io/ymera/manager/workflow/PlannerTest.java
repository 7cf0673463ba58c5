package io.ymera.manager.workflow;

import static io.ymera.manager.workflow.Model.approval;
import static io.ymera.manager.workflow.Model.continuing;
import static io.ymera.manager.workflow.Model.fanOut;
import static io.ymera.manager.workflow.Model.handler;
import static io.ymera.manager.workflow.Model.needingAny;
import static io.ymera.manager.workflow.Model.task;
import static io.ymera.manager.workflow.Model.undoable;
import static io.ymera.manager.workflow.Model.workflow;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.ymera.manager.workflow.Journal.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PlannerTest {

    @Test
    void stepsBeginWhenThoseThatTheyNeedAreCompleted() {
        var world = new Simulation(workflow(List.of(task("a"), task("b"), task("c", "a", "b"), task("d", "c"))));

        assertThat(world.underWay()).containsExactly("a", "b");
        world.completes("a");
        assertThat(world.underWay()).containsExactly("b");
        world.completes("b");
        assertThat(world.underWay()).containsExactly("c");
        world.completes("c", "d");

        assertThat(world.status()).isEqualTo(WorkflowStatus.COMPLETED);
        assertThat(world.run.events())
                .extracting(Event::type)
                .containsExactly(
                        "workflow.created",
                        "step.started",
                        "step.started",
                        "step.completed",
                        "step.completed",
                        "step.started",
                        "step.completed",
                        "step.started",
                        "step.completed",
                        "workflow.completed");
    }

    @Test
    void aStepThatNeedsASkippedOneIsSkippedUnlessItNeedsAny() {
        var world = new Simulation(
                workflow(List.of(task("a"), task("b"), task("needs", "a", "b"), needingAny("any", "a", "b"))),
                skipping("a"));

        assertThat(world.status("needs")).isEqualTo(StepStatus.WAITING);
        world.completes("b");

        assertThat(world.status("needs")).isEqualTo(StepStatus.SKIPPED);
        assertThat(world.underWay()).containsExactly("any");
    }

    @Test
    void whatNeedsAnyIsSkippedWhenAllAre() {
        var world = new Simulation(
                workflow(List.of(task("a"), needingAny("any", "a"), task("last", "any"))), skipping("a"));

        assertThat(world.status("any")).isEqualTo(StepStatus.SKIPPED);
        assertThat(world.status("last")).isEqualTo(StepStatus.SKIPPED);
        assertThat(world.status()).isEqualTo(WorkflowStatus.COMPLETED);
    }

    @Test
    void aLongChainOfSkippedStepsSettles() {
        List<Step> chain = new ArrayList<>(List.of(task("s0")));
        for (int i = 1; i < 200; i++) {
            chain.add(task("s" + i, "s" + (i - 1)));
        }

        var world = new Simulation(workflow(chain), skipping("s0"));

        assertThat(world.status()).isEqualTo(WorkflowStatus.COMPLETED);
    }

    @Test
    void aFailureStopsWhatRunsAndUndoesWhatWasDoneLastFirst() {
        var world = new Simulation(workflow(
                List.of(
                        undoable(task("a")),
                        undoable(task("b", "a")),
                        undoable(task("c")),
                        undoable(task("slow")),
                        task("bad", "b"),
                        task("later", "slow")),
                task("tell"),
                task("tidy")));
        world.completes("a", "c", "b");

        world.fails("bad");
        assertThat(world.status()).isEqualTo(WorkflowStatus.COMPENSATING);
        assertThat(world.status("later")).isEqualTo(StepStatus.SKIPPED);
        assertThat(world.run.state(StepKey.step("slow")).stopping()).isTrue();
        assertThat(world.underWay()).containsExactly("slow");
        world.ends(StepKey.step("slow"), StepStatus.CANCELLED);
        assertThat(world.status("slow")).isEqualTo(StepStatus.CANCELLED);
        for (String undoing :
                List.of("compensate:b", "compensate:c", "compensate:a", "on_failure:tell", "on_failure:tidy")) {
            assertThat(world.underWay()).containsExactly(undoing);
            world.completes(undoing);
        }

        assertThat(world.status()).isEqualTo(WorkflowStatus.FAILED);
        assertThat(world.run.head().failure()).isEqualTo(new WorkflowFailure("bad", "broken", "as told"));
    }

    @Test
    void whatWasCompletedAtTheLastMomentIsUndoneToo() {
        var world = new Simulation(workflow(List.of(undoable(task("slow")), task("bad"))));

        world.fails("bad");
        world.completes("slow");

        assertThat(world.status("slow")).isEqualTo(StepStatus.COMPLETED);
        assertThat(world.underWay()).containsExactly("compensate:slow");
    }

    @Test
    void aCompensationThatFailsDoesNotKeepTheOthersFromRunning() {
        var world = new Simulation(
                workflow(List.of(undoable(task("a")), undoable(task("b")), task("bad", "a", "b")), task("tell")));
        world.completes("a", "b");
        world.fails("bad");

        world.fails("compensate:b");
        world.completes("compensate:a", "on_failure:tell");

        assertThat(world.status()).isEqualTo(WorkflowStatus.COMPENSATION_FAILED);
    }

    @Test
    void afterAFailureThatMayHappenTheWorkflowGoesOn() {
        var world = new Simulation(workflow(List.of(continuing(task("flaky")), task("next", "flaky"))));

        world.fails("flaky");
        world.completes("next");

        assertThat(world.status("flaky")).isEqualTo(StepStatus.FAILED);
        assertThat(world.status()).isEqualTo(WorkflowStatus.COMPLETED);
    }

    @Test
    void aFailureThatIsHandledIsNoFailureOfTheWorkflow() {
        var world = new Simulation(workflow(List.of(
                task("deploy"),
                task("celebrate", "deploy"),
                handler("undo", "deploy"),
                needingAny("end", "celebrate", "undo"))));

        world.fails("deploy");
        assertThat(world.underWay()).containsExactly("undo");
        world.completes("undo", "end");

        assertThat(world.status("celebrate")).isEqualTo(StepStatus.SKIPPED);
        assertThat(world.status()).isEqualTo(WorkflowStatus.COMPLETED);
    }

    @Test
    void aHandlerIsSkippedWhenThereIsNothingToHandle() {
        var world = new Simulation(workflow(List.of(task("deploy"), handler("undo", "deploy"))));

        world.completes("deploy");

        assertThat(world.status("undo")).isEqualTo(StepStatus.SKIPPED);
        assertThat(world.status()).isEqualTo(WorkflowStatus.COMPLETED);
    }

    @Test
    void aFailureWhoseHandlersAreAllSkippedIsNotHandled() {
        var world = new Simulation(workflow(List.of(task("deploy"), handler("undo", "deploy"))), skipping("undo"));

        world.fails("deploy");

        assertThat(world.status()).isEqualTo(WorkflowStatus.FAILED);
    }

    @Test
    void aFailureOfAHandlerIsAFailureOfTheWorkflow() {
        var world = new Simulation(workflow(List.of(task("deploy"), handler("undo", "deploy"))));

        world.fails("deploy");
        world.fails("undo");

        assertThat(world.status()).isEqualTo(WorkflowStatus.FAILED);
        assertThat(world.run.head().failure())
                .isNotNull()
                .extracting(WorkflowFailure::step)
                .isEqualTo("undo");
    }

    @Test
    void aFanOutRunsSoManyAtOnce() {
        var world = Simulation.withItems(workflow(List.of(fanOut("each", 2))), Map.of("each", 5));

        for (int i = 0; i < 4; i++) {
            assertThat(world.underWay()).containsExactly("each", "each");
            world.completes("each");
        }
        assertThat(world.underWay()).containsExactly("each");
        world.completes("each");

        assertThat(world.run.state(StepKey.step("each")).completed()).isEqualTo(5);
        assertThat(world.status()).isEqualTo(WorkflowStatus.COMPLETED);
    }

    @Test
    void aFanOutOverNothingIsCompletedAtOnce() {
        var world = Simulation.withItems(workflow(List.of(fanOut("each", 2))), Map.of("each", 0));

        assertThat(world.status("each")).isEqualTo(StepStatus.COMPLETED);
        assertThat(world.status()).isEqualTo(WorkflowStatus.COMPLETED);
    }

    @Test
    void oneFailedItemStopsTheFanOutAndCompletedItemsAreUndone() {
        var world = Simulation.withItems(workflow(List.of(undoable(fanOut("each", 2)))), Map.of("each", 5));
        world.completes("each");

        world.fails("each");
        assertThat(world.run.state(StepKey.step("each")).stopping()).isTrue();
        world.ends(StepKey.step("each"), StepStatus.CANCELLED);
        assertThat(world.status("each")).isEqualTo(StepStatus.FAILED);
        assertThat(world.underWay()).containsExactly("compensate:each");
        world.completes("compensate:each");

        assertThat(world.begun).containsEntry(StepKey.step("each"), 3);
        assertThat(world.status()).isEqualTo(WorkflowStatus.FAILED);
    }

    @Test
    void aFanOutThatContinuesOnFailureRunsAllItems() {
        var world = Simulation.withItems(
                workflow(List.of(continuing(fanOut("each", 1)), task("next", "each"))), Map.of("each", 3));

        world.fails("each");
        world.completes("each");
        world.fails("each");

        assertThat(world.status("each")).isEqualTo(StepStatus.FAILED);
        assertThat(world.underWay()).containsExactly("next");
    }

    @Test
    void aTaskThatSomebodyCancelsIsAFailure() {
        var world = new Simulation(workflow(List.of(task("a"))));

        world.ends(StepKey.step("a"), StepStatus.CANCELLED);

        assertThat(world.status("a")).isEqualTo(StepStatus.FAILED);
        assertThat(world.status()).isEqualTo(WorkflowStatus.FAILED);
    }

    @Test
    void anApprovalLetsTheNextStepBegin() {
        var world = asking(workflow(List.of(approval("ok"), task("a", "ok"))));
        assertThat(world.underWay()).isEmpty();

        world.decide("ok", true);

        assertThat(world.underWay()).containsExactly("a");
    }

    @Test
    void aRejectionIsAFailure() {
        var world = asking(workflow(List.of(approval("ok"), task("a", "ok"))));

        world.decide("ok", false);

        assertThat(world.status("ok")).isEqualTo(StepStatus.FAILED);
        assertThat(world.status()).isEqualTo(WorkflowStatus.FAILED);
    }

    @Test
    void cancellingUndoesWhatWasDoneButIsNoFailure() {
        var world = asking(workflow(
                List.of(undoable(task("a")), task("b", "a"), approval("ok", "a"), task("c", "ok")), task("tell")));
        world.completes("a");

        world.cancel();
        assertThat(world.status()).isEqualTo(WorkflowStatus.CANCELLING);
        assertThat(world.status("ok")).isEqualTo(StepStatus.CANCELLED);
        assertThat(world.status("c")).isEqualTo(StepStatus.SKIPPED);
        world.ends(StepKey.step("b"), StepStatus.CANCELLED);
        world.completes("compensate:a");

        assertThat(world.status()).isEqualTo(WorkflowStatus.CANCELLED);
        assertThat(world.status("on_failure:tell")).isEqualTo(StepStatus.WAITING);
    }

    @Test
    void askedTwiceItSaysTheSame() {
        var world = new Simulation(workflow(List.of(task("a"), task("b", "a"))));

        assertThat(Planner.plan(world.run.definition(), world.run.state())).isEmpty();
    }

    private static Function<StepKey, Turn> skipping(String name) {
        return key -> key.name().equals(name) ? new Turn.Skip() : new Turn.Run(1);
    }

    private static Simulation asking(Definition definition) {
        return new Simulation(
                definition,
                key -> requireNonNull(definition.byKey().get(key)).work() instanceof Step.Approval approval
                        ? new Turn.Ask(approval)
                        : new Turn.Run(1));
    }
}
