package io.ymera.manager.workflow;

import static java.util.Objects.requireNonNull;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.ymera.manager.queue.NewTask;
import io.ymera.manager.queue.TaskQueue;
import io.ymera.manager.workflow.Run.Head;
import io.ymera.manager.workflow.RunRepository.EndedItem;
import io.ymera.manager.workflow.RunRepository.NewlyEnded;
import io.ymera.persistence.Defects;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Lets something happen to workflows and does all that follows from it, in one transaction: locks them, reads how far they
 * have come, asks the {@link Planner} and does what it says until it says nothing more, and writes what has changed. After
 * a crash there is thus nothing to be repaired.
 */
@Singleton
class Engine {

    private static final Logger LOG = Logger.getLogger(Engine.class);

    private final RunRepository repository;
    private final Definitions definitions;
    private final Steps steps;
    private final TaskQueue queue;
    private final Event<Aftermath> committed;
    private final Clock clock;

    Engine(
            RunRepository repository,
            Definitions definitions,
            Steps steps,
            TaskQueue queue,
            Event<Aftermath> committed,
            Clock clock) {
        this.repository = repository;
        this.definitions = definitions;
        this.steps = steps;
        this.queue = queue;
        this.committed = committed;
        this.clock = clock;
    }

    /** Tasks of workflows have ended. Those of which the workflow has heard before change nothing. */
    Uni<Void> ended(SqlClient transaction, List<EndedItem> ended) {
        Set<UUID> workflows = ended.stream().map(EndedItem::workflow).collect(Collectors.toSet());
        return change(transaction, workflows, runs -> repository
                .endTasks(transaction, ended)
                .invoke(news -> tell(news, runs))
                .replaceWithVoid());
    }

    private static void tell(List<NewlyEnded> news, Map<UUID, Run> runs) {
        // The rows come in any order, and the first failure is kept
        news.stream().sorted(Comparator.comparing(each -> each.item().item())).forEach(each -> {
            Run run = runs.get(each.workflow());
            if (run != null) {
                run.taskEnded(each.item().step(), each.status(), each.why());
            }
        });
    }

    /**
     * Begins a workflow.
     *
     * @param text the definition, as it is stored
     */
    Uni<Void> begin(SqlClient transaction, UUID id, String owner, Definition definition, String text) {
        Head head = new Head(id, owner, WorkflowStatus.RUNNING, null, null, false, null, 0);
        Run run = new Run(head, definition, Map.of(), clock.instant());
        run.created();
        return repository
                .insert(transaction, id, owner, definition.name(), text, run.now())
                .chain(() -> follow(transaction, List.of(run)));
    }

    /**
     * @param workflows those to which something happens; those that do not exist are left out
     * @param happening what happens, to those that are locked; if it fails, so does this
     */
    Uni<Void> change(SqlClient transaction, Collection<UUID> workflows, Function<Map<UUID, Run>, Uni<Void>> happening) {
        return repository
                .lock(transaction, workflows)
                .chain(heads -> runs(transaction, heads))
                .call(runs -> happening.apply(runs))
                .chain(runs -> follow(transaction, runs.values()));
    }

    private Uni<Map<UUID, Run>> runs(SqlClient transaction, List<Head> heads) {
        List<UUID> ids = heads.stream().map(Head::id).toList();
        return definitions
                .of(transaction, ids)
                .chain(definition -> repository.steps(transaction, ids).map(states -> {
                    Map<UUID, Run> runs = new LinkedHashMap<>();
                    for (Head head : heads) {
                        runs.put(
                                head.id(),
                                new Run(
                                        head,
                                        requireNonNull(definition.get(head.id())),
                                        states.getOrDefault(head.id(), Map.of()),
                                        clock.instant()));
                    }
                    return runs;
                }));
    }

    /** One after the other, so that the data of one at a time is in memory. */
    private Uni<Void> follow(SqlClient transaction, Collection<Run> runs) {
        Budget budget = new Budget();
        return Multi.createFrom()
                .iterable(runs)
                .onItem()
                .transformToUniAndConcatenate(run -> settle(transaction, run, budget))
                .onItem()
                .ignoreAsUni()
                .chain(() ->
                        write(transaction, runs.stream().filter(Run::isChanged).toList()));
    }

    private Uni<Void> settle(SqlClient transaction, Run run, Budget budget) {
        Results results = new Results();
        return Multi.createBy()
                .repeating()
                .uni(() -> round(transaction, run, results, budget))
                .whilst(more -> more)
                .onItem()
                .ignoreAsUni()
                // An error of ours in one workflow must not hold up the reports on all others
                .onFailure(Defects::isDefect)
                .recoverWithUni(failure -> {
                    UUID id = run.head().id();
                    if (run.getStuck()) {
                        LOG.errorf(failure, "Workflow %s can't go on, and is tried again after growing pauses", id);
                    } else {
                        LOG.errorf("Workflow %s still can't go on: %s", id, failure);
                    }
                    return Uni.createFrom().voidItem();
                });
    }

    /** Whether there may be more to do. */
    private Uni<Boolean> round(SqlClient transaction, Run run, Results results, Budget budget) {
        List<Action> actions = Planner.plan(run.definition(), run.state());
        if (actions.isEmpty()) {
            return Uni.createFrom().item(false);
        }
        if (budget.isSpent()) {
            run.leaveUnfinished();
            return Uni.createFrom().item(false);
        }
        return Multi.createFrom()
                .iterable(actions)
                .onItem()
                // What is left out is planned again
                .transformToUniAndConcatenate(action -> budget.isSpent()
                        ? Uni.createFrom().voidItem()
                        : steps.act(transaction, run, action, results, budget))
                .onItem()
                .ignoreAsUni()
                .replaceWith(true);
    }

    private Uni<Void> write(SqlClient transaction, List<Run> changed) {
        if (changed.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        // All at once: several insertions in one transaction could wait in a circle for those of others
        List<NewTask> tasks = changed.stream()
                .flatMap(run -> run.queued().stream())
                .map(Run.Queued::task)
                .toList();
        Aftermath aftermath = Aftermath.of(changed);
        AfterCommit.of(transaction).run(() -> committed.fire(aftermath));
        return repository
                .write(transaction, changed)
                .chain(() -> tasks.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : queue.enqueue(transaction, tasks).replaceWithVoid());
    }
}
