package io.ymera.manager.queue;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.ymera.persistence.SqlState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Lets what comes at the same time share a transaction: an item that comes while none is under way goes at once, those that
 * come meanwhile go together after it. So the cost of a commit is shared under load, and nobody waits without. Thread-safe.
 *
 * @param <T> what comes
 * @param <R> what becomes of it
 */
final class GroupCommit<T, R> {

    private static final int MOST_ITEMS = 250;
    private static final int MOST_CHARACTERS = 2 * 1024 * 1024;

    /** Of transactions that PostgreSQL has rolled back in favour of others, such as after a deadlock. */
    private static final int RETRIES = 2;

    /** Longer than any statement may take: its answer will not come any more, and others are waiting. */
    private static final Duration LOST = Duration.ofSeconds(40);

    private record Waiting<T, R>(T item, UniEmitter<? super R> emitter) {}

    private final Queue<Waiting<T, R>> queue = new ConcurrentLinkedQueue<>();
    /** Two at a time would mostly wait for each other: they change the same owners' shares. */
    private final AtomicBoolean underWay = new AtomicBoolean();

    private final Function<List<T>, Uni<List<R>>> commit;
    private final ToIntFunction<T> size;

    /**
     * @param commit all items in one transaction, with the result of each, in their order
     * @param size of an item in characters, roughly
     */
    GroupCommit(Function<List<T>, Uni<List<R>>> commit, ToIntFunction<T> size) {
        this.commit = commit;
        this.size = size;
    }

    /** Completes when the item's transaction is committed; fails as it would have failed alone. */
    Uni<R> add(T item) {
        return Uni.createFrom().emitter(emitter -> {
            queue.add(new Waiting<>(item, emitter));
            next();
        });
    }

    private void next() {
        while (!queue.isEmpty()) {
            if (!underWay.compareAndSet(false, true)) {
                return;
            }
            List<Waiting<T, R>> batch = batch();
            if (batch.isEmpty()) {
                underWay.set(false);
            } else {
                commit(batch).subscribe().with(this::finished);
            }
        }
    }

    /** PostgreSQL works on the next batch while the items of this one are answered. */
    private void finished(List<Runnable> answers) {
        underWay.set(false);
        next();
        answers.forEach(Runnable::run);
    }

    private List<Waiting<T, R>> batch() {
        List<Waiting<T, R>> batch = new ArrayList<>();
        int characters = 0;
        while (batch.size() < MOST_ITEMS && characters < MOST_CHARACTERS) {
            Waiting<T, R> head = queue.poll();
            if (head == null) {
                break;
            }
            batch.add(head);
            characters += size.applyAsInt(head.item());
        }
        return batch;
    }

    /** Never fails; gives what is to be told to those who wait. */
    private Uni<List<Runnable>> commit(List<Waiting<T, R>> batch) {
        List<T> items = batch.stream().map(Waiting::item).toList();
        return Uni.createFrom()
                .deferred(() -> commit.apply(items))
                .onFailure(SqlState::isRollback)
                .retry()
                .atMost(RETRIES)
                .ifNoItem()
                .after(LOST)
                .fail()
                .map(results -> answers(batch, results))
                .onFailure()
                .recoverWithUni(failure -> failed(batch, failure));
    }

    private static <T, R> List<Runnable> answers(List<Waiting<T, R>> batch, List<R> results) {
        List<Runnable> answers = new ArrayList<>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            Waiting<T, R> waiting = batch.get(i);
            R result = results.get(i);
            answers.add(() -> waiting.emitter().complete(result));
        }
        return answers;
    }

    /** One that PostgreSQL refuses is not to take others down: after a refusal each goes alone. */
    private Uni<List<Runnable>> failed(List<Waiting<T, R>> batch, Throwable failure) {
        if (batch.size() == 1 || !SqlState.isRefusal(failure)) {
            return Uni.createFrom()
                    .item(batch.stream()
                            .<Runnable>map(waiting -> () -> waiting.emitter().fail(failure))
                            .toList());
        }
        Uni<List<Runnable>> done = Uni.createFrom().item(new ArrayList<>());
        for (Waiting<T, R> waiting : batch) {
            done = done.chain(answers -> commit(List.of(waiting)).map(more -> {
                answers.addAll(more);
                return answers;
            }));
        }
        return done;
    }
}
