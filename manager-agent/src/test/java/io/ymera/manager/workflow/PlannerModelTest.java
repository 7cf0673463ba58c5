package io.ymera.manager.workflow;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.ymera.manager.workflow.Journal.Event;
import io.ymera.manager.workflow.StepKey.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Random workflows in a random order of events against a naive model, which looks at one step after the other and knows
 * nothing of time. {@code -Dymera.seed=} repeats a run.
 */
class PlannerModelTest {

    private static final int WORKFLOWS = 5_000;

    /** What the world does with a step. */
    private record Fate(boolean skip, int items, boolean fail, boolean unusable) {}

    @Test
    void randomWorkflowsEndAsTheNaiveModelSays() {
        long seed = Long.getLong("ymera.seed", System.nanoTime());
        for (int i = 0; i < WORKFLOWS; i++) {
            try {
                oneWorkflow(new Random(seed + i));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("With -Dymera.seed=" + (seed + i), e);
            }
        }
    }

    private static void oneWorkflow(Random random) {
        List<Step> steps = steps(random);
        Definition definition = Model.workflow(steps, Model.task("tell"));
        Map<String, Fate> fates = new HashMap<>();
        steps.forEach(step -> fates.put(step.name(), fate(step, random)));
        boolean mayCancel = random.nextInt(5) == 0;

        Simulation world = new Simulation(definition, key -> turn(definition, key, fates));
        int cancelledAfterTurns = -1;
        while (!world.status().isFinal()) {
            checkParallel(world);
            if (mayCancel && world.status() == WorkflowStatus.RUNNING && random.nextInt(5) == 0) {
                world.cancel();
                cancelledAfterTurns = world.turns.size();
            } else {
                somethingHappens(world, fates, random);
            }
        }

        checkEnd(world, definition);
        if (cancelledAfterTurns < 0) {
            checkAgainstModel(world, definition, fates);
        } else {
            assertThat(world.status()).isIn(WorkflowStatus.CANCELLED, WorkflowStatus.COMPENSATION_FAILED);
        }
    }

    private static void somethingHappens(Simulation world, Map<String, Fate> fates, Random random) {
        List<String> asked = world.steps(state -> state.status() == StepStatus.AWAITING_APPROVAL);
        assertThat(world.underWay.size() + asked.size())
                .as("A workflow that has not ended waits for something")
                .isPositive();
        int which = random.nextInt(world.underWay.size() + asked.size());
        if (which >= world.underWay.size()) {
            String step = asked.get(which - world.underWay.size());
            world.decide(step, !requireNonNull(fates.get(step)).fail());
            return;
        }
        StepKey key = world.underWay.get(which);
        StepState state = world.run.state(key);
        if (key.kind() != Kind.STEP) {
            world.ends(key, random.nextInt(10) == 0 ? StepStatus.FAILED : StepStatus.COMPLETED);
        } else if (state.stopping() && random.nextBoolean()) {
            world.ends(key, StepStatus.CANCELLED);
        } else {
            // The last of a step's items is the one that fails
            boolean last = state.completed() + state.failed() == state.items() - 1;
            world.ends(
                    key,
                    last && requireNonNull(fates.get(key.name())).fail() ? StepStatus.FAILED : StepStatus.COMPLETED);
        }
    }

    private static void checkParallel(Simulation world) {
        world.run.definition().byKey().forEach((key, step) -> assertThat(Collections.frequency(world.underWay, key))
                .as("Tasks of %s at once", key)
                .isLessThanOrEqualTo(step.maxParallel())
                .isEqualTo(world.run.state(key).underWay()));
    }

    private static void checkEnd(Simulation world, Definition definition) {
        assertThat(world.underWay).isEmpty();
        assertThat(Planner.plan(definition, world.run.state())).isEmpty();
        assertThat(world.turns).doesNotHaveDuplicates();
        assertThat(world.run.events())
                .extracting(Event::sequence)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, world.run.events().size())
                                .boxed()
                                .toList());
        definition.steps().forEach(step -> assertThat(world.status(step.name()).isFinal())
                .as("%s has ended", step.name())
                .isTrue());
        List<String> undone = world.turns.stream()
                .filter(key -> key.kind() == Kind.COMPENSATION)
                .map(StepKey::name)
                .toList();
        if (world.status() == WorkflowStatus.COMPLETED) {
            assertThat(undone).isEmpty();
        } else {
            assertThat(undone)
                    .containsExactlyElementsOf(definition.steps().stream()
                            .filter(step -> step.compensation() != null)
                            .map(step -> Map.entry(step.name(), world.run.state(StepKey.step(step.name()))))
                            .filter(step -> step.getValue().completed() > 0)
                            .sorted(Comparator.comparing(
                                    step -> -step.getValue().place()))
                            .map(Map.Entry::getKey)
                            .toList());
            undone.forEach(name -> assertThat(world.begun.get(StepKey.compensation(name)))
                    .isEqualTo(world.run.state(StepKey.step(name)).completed()));
            int firstUndoing = world.turns.size()
                    - (int) world.turns.stream()
                            .filter(key -> key.kind() != Kind.STEP)
                            .count();
            assertThat(world.turns.subList(firstUndoing, world.turns.size())).noneMatch(key -> key.kind() == Kind.STEP);
        }
    }

    private static void checkAgainstModel(Simulation world, Definition definition, Map<String, Fate> fates) {
        Map<String, StepStatus> expected = new HashMap<>();
        definition.steps().forEach(step -> naive(definition, step, fates, expected));
        Set<String> handled = new HashSet<>();
        definition.steps().stream()
                .filter(step -> expected.get(step.name()) != StepStatus.SKIPPED)
                .forEach(step -> handled.addAll(step.onFailureOf()));
        boolean fails = definition.steps().stream()
                .anyMatch(step -> expected.get(step.name()) == StepStatus.FAILED
                        && !step.continueOnFailure()
                        && !handled.contains(step.name()));
        if (fails) {
            assertThat(world.status()).isIn(WorkflowStatus.FAILED, WorkflowStatus.COMPENSATION_FAILED);
            assertThat(world.turns).contains(StepKey.onFailure("tell"));
        } else {
            assertThat(world.status()).isEqualTo(WorkflowStatus.COMPLETED);
            expected.forEach((name, status) ->
                    assertThat(world.status(name)).as("The status of %s", name).isEqualTo(status));
        }
    }

    /** How a step ends if no other failure comes in between. */
    private static StepStatus naive(
            Definition definition, Step step, Map<String, Fate> fates, Map<String, StepStatus> known) {
        StepStatus earlier = known.get(step.name());
        if (earlier != null) {
            return earlier;
        }
        Set<String> completed = new HashSet<>();
        Set<String> failed = new HashSet<>();
        step.predecessors().forEach(name -> {
            Step predecessor = definition.find(name).orElseThrow();
            StepStatus status = naive(definition, predecessor, fates, known);
            if (status == StepStatus.FAILED) {
                failed.add(name);
            }
            if (status == StepStatus.COMPLETED || status == StepStatus.FAILED && predecessor.continueOnFailure()) {
                completed.add(name);
            }
        });
        Fate fate = requireNonNull(fates.get(step.name()));
        boolean wanted = completed.containsAll(step.needs())
                && (step.needsAny().isEmpty() || !Collections.disjoint(completed, step.needsAny()))
                && (step.onFailureOf().isEmpty() || !Collections.disjoint(failed, step.onFailureOf()));
        StepStatus status = !wanted || fate.skip()
                ? StepStatus.SKIPPED
                : fate.unusable() || fate.fail() && fate.items() > 0 ? StepStatus.FAILED : StepStatus.COMPLETED;
        known.put(step.name(), status);
        return status;
    }

    private static Turn turn(Definition definition, StepKey key, Map<String, Fate> fates) {
        if (key.kind() != Kind.STEP) {
            return new Turn.Run(1);
        }
        Fate fate = requireNonNull(fates.get(key.name()));
        if (fate.skip()) {
            return new Turn.Skip();
        }
        if (fate.unusable()) {
            return new Turn.Fail(new StepFailure("unusable", "as told"));
        }
        return requireNonNull(definition.byKey().get(key)).work() instanceof Step.Approval approval
                ? new Turn.Ask(approval)
                : new Turn.Run(fate.items());
    }

    private static Fate fate(Step step, Random random) {
        boolean list = step.work() instanceof Step.TaskWork task && task.fanOut() != null;
        return new Fate(
                random.nextInt(8) == 0, list ? random.nextInt(5) : 1, random.nextInt(7) == 0, random.nextInt(25) == 0);
    }

    /** Up to 15 steps; each may need some of those before it. */
    private static List<Step> steps(Random random) {
        List<Step> steps = new ArrayList<>();
        int count = 1 + random.nextInt(15);
        for (int i = 0; i < count; i++) {
            String name = "s" + i;
            Step step =
                    switch (random.nextInt(6)) {
                        case 0 -> Model.fanOut(name, 1 + random.nextInt(3));
                        case 1 -> Model.approval(name);
                        default -> Model.task(name);
                    };
            if (!(step.work() instanceof Step.Approval) && random.nextBoolean()) {
                step = Model.undoable(step);
            }
            List<String> earlier =
                    new ArrayList<>(steps.stream().map(Step::name).toList());
            Collections.shuffle(earlier, random);
            step = new Step(
                    name,
                    take(earlier, random, 2),
                    take(earlier, random, 4),
                    take(earlier, random, 5),
                    null,
                    step.work(),
                    random.nextInt(6) == 0);
            steps.add(step);
        }
        Collections.shuffle(steps, random);
        return steps;
    }

    /** None of them, or one or two, which are removed. */
    private static List<String> take(List<String> from, Random random, int seldom) {
        List<String> taken = new ArrayList<>();
        if (random.nextInt(seldom) == 0) {
            for (int i = random.nextInt(2); i >= 0 && !from.isEmpty(); i--) {
                taken.add(from.removeLast());
            }
        }
        return taken;
    }
}
