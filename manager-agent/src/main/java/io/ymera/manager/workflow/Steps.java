package io.ymera.manager.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.ymera.manager.workflow.ResultRepository.Result;
import io.ymera.manager.workflow.Step.FanOut;
import io.ymera.manager.workflow.Step.TaskWork;
import io.ymera.manager.workflow.StepKey.Kind;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Does what the {@link Planner} says, with the data that it takes. */
@Singleton
class Steps {

    /** Bytes that are read as JSON in less time than it takes to get to another thread. */
    private static final int SMALL = 64 * 1024;

    private final ResultRepository repository;
    private final ItemTasks tasks;
    private final ObjectMapper json;

    Steps(ResultRepository repository, ItemTasks tasks, ObjectMapper json) {
        this.repository = repository;
        this.tasks = tasks;
        this.json = json;
    }

    /** @param results of the workflow, that were read in this transaction */
    Uni<Void> act(SqlClient transaction, Run run, Action action, Results results, Budget budget) {
        return switch (action) {
            case Action.Begin(StepKey key) -> begin(transaction, run, key, results, budget);
            case Action.BeginItems(StepKey key, int count) -> beginItems(transaction, run, key, count, results, budget);
            case Action.Stop stop -> apply(run, stop);
            case Action.End end -> apply(run, end);
            case Action.Fail fail -> apply(run, fail);
            case Action.Become become -> apply(run, become);
        };
    }

    private static Uni<Void> apply(Run run, Action action) {
        run.apply(action);
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> begin(SqlClient transaction, Run run, StepKey key, Results results, Budget budget) {
        if (key.kind() == Kind.COMPENSATION) {
            run.begin(key, new Turn.Run(run.state(StepKey.step(key.name())).completed()));
            return Uni.createFrom().voidItem();
        }
        Step step = run.step(key);
        Stream<Reference> references = Stream.concat(
                step.condition() == null ? Stream.of() : step.condition().references(), ofItems(step));
        return data(transaction, run, key, references, results, budget)
                .map(data -> Turn.of(step, data))
                .onFailure(DataException.class)
                .recoverWithItem(failure -> new Turn.Fail(((DataException) failure).failure()))
                .invoke(turn -> run.begin(key, turn))
                .replaceWithVoid();
    }

    private Uni<Void> beginItems(
            SqlClient transaction, Run run, StepKey key, int count, Results results, Budget budget) {
        TaskWork work = (TaskWork) run.step(key).work();
        Stream<Reference> references = Stream.concat(work.parameters().references(), ofItems(run.step(key)));
        return data(transaction, run, key, references, results, budget)
                .chain(data -> items(transaction, run, key)
                        .chain(items -> beginItems(transaction, run, key, data, items.subList(0, count), budget)))
                .onFailure(DataException.class)
                .recoverWithUni(failure -> {
                    for (int i = 0; i < count && !run.hasFailed(key); i++) {
                        run.failItem(key, ((DataException) failure).failure());
                    }
                    return Uni.createFrom().voidItem();
                });
    }

    /** Which items of a step are still to be begun. */
    private Uni<List<Integer>> items(SqlClient transaction, Run run, StepKey key) {
        StepState state = run.state(key);
        if (key.kind() != Kind.COMPENSATION) {
            return Uni.createFrom()
                    .item(IntStream.range(state.begun(), state.items()).boxed().toList());
        }
        return repository
                .completed(transaction, run.head().id(), StepKey.step(key.name()))
                .map(completed -> completed.subList(state.begun(), state.items()));
    }

    /** As many as there is room for. In a fresh transaction that is at least one, as all that it refers to leaves room. */
    private Uni<Void> beginItems(
            SqlClient transaction, Run run, StepKey key, ObjectNode data, List<Integer> items, Budget budget) {
        TaskWork work = (TaskWork) run.step(key).work();
        FanOut fanOut = work.fanOut();
        JsonNode list = fanOut == null ? null : Turn.items(fanOut, data);
        JsonNode done = data.path(Scope.STEPS).path(key.name()).path(Scope.RESULT);
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(item -> {
                    if (budget.isSpent() || run.hasFailed(key)) {
                        return Uni.createFrom().voidItem();
                    }
                    ObjectNode own = StepData.with(
                            data,
                            list == null ? null : list.get(item),
                            item,
                            key.kind() != Kind.COMPENSATION ? null : fanOut == null ? done : done.path(item));
                    return tasks.of(transaction, run, key, work, item, own)
                            .invoke(task -> {
                                budget.spend(task.parameters().length());
                                run.queue(key, item, task);
                            })
                            .replaceWithVoid()
                            .onFailure(DataException.class)
                            .recoverWithUni(failure -> {
                                run.failItem(key, ((DataException) failure).failure());
                                return Uni.createFrom().voidItem();
                            });
                })
                .onItem()
                .ignoreAsUni();
    }

    private static Stream<Reference> ofItems(Step step) {
        return step.work() instanceof TaskWork task && task.fanOut() != null
                ? task.fanOut().items().references()
                : Stream.of();
    }

    private static Uni<List<Result>> offTheEventLoopIfLarge(List<Result> results) {
        Uni<List<Result>> item = Uni.createFrom().item(results);
        return results.stream().mapToLong(Result::bytes).sum() <= SMALL
                ? item
                : item.emitOn(Infrastructure.getDefaultWorkerPool());
    }

    /** The data that {@code references} may point into: of other steps it has the results that they point at. */
    private Uni<ObjectNode> data(
            SqlClient transaction, Run run, StepKey key, Stream<Reference> references, Results results, Budget budget) {
        Set<String> wanted = references
                .map(reference -> reference.root().equals(Scope.RESULT) ? key.name() : reference.resultOf())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Set<String> missing = results.missing(wanted);
        Uni<Void> read = missing.isEmpty()
                ? Uni.createFrom().voidItem()
                : repository
                        .results(transaction, run.head().id(), missing, results.room(wanted))
                        .invoke(found -> charge(found, budget))
                        .chain(Steps::offTheEventLoopIfLarge)
                        .invoke(found -> results.keep(missing, found, json))
                        .replaceWithVoid();
        return read.map(done -> StepData.of(run, results.of(wanted)));
    }

    /** What is too large cost the database as much as if it were not. */
    private static void charge(List<Result> found, Budget budget) {
        long bytes = found.stream().mapToLong(Result::bytes).sum();
        boolean isLeftOut = found.stream().anyMatch(result -> result.json() == null);
        budget.spend(isLeftOut ? Math.max(bytes, Results.MOST_BYTES) : bytes);
    }
}
