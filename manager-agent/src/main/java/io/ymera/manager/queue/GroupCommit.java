package io.ymera.manager.queue;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.pgclient.PgException;
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
                commit(batch).subscribe().with(done -> finished(), failure -> finished());
            }
        }
    }

    private void finished() {
        underWay.set(false);
        next();
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

    /** Never fails; the emitters learn what happened. */
    private Uni<Void> commit(List<Waiting<T, R>> batch) {
        List<T> items = batch.stream().map(Waiting::item).toList();
        return Uni.createFrom()
                .deferred(() -> commit.apply(items))
                .invoke(results -> {
                    for (int i = 0; i < batch.size(); i++) {
                        batch.get(i).emitter().complete(results.get(i));
                    }
                })
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(failure -> failed(batch, failure));
    }

    /** One that PostgreSQL refuses is not to take others down: after a refusal each goes alone. */
    private Uni<Void> failed(List<Waiting<T, R>> batch, Throwable failure) {
        if (batch.size() == 1 || !(failure instanceof PgException)) {
            batch.forEach(waiting -> waiting.emitter().fail(failure));
            return Uni.createFrom().voidItem();
        }
        Uni<Void> done = Uni.createFrom().voidItem();
        for (Waiting<T, R> waiting : batch) {
            done = done.chain(() -> commit(List.of(waiting)));
        }
        return done;
    }
}
