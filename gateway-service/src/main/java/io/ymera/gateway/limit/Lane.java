package io.ymera.gateway.limit;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Response;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The checks of one event loop on their way to Redis: one call at a time, and all that have come meanwhile in the next one. To be used on
 * that event loop only.
 *
 * <p>A lane for each event loop, not one for the process: handing checks from thread to thread would cost more than larger batches save,
 * and a loop that is busy does not keep the others waiting.
 */
final class Lane {

    static final int MOST_AT_ONCE = 256;

    private static final Logger LOG = Logger.getLogger(Lane.class);

    private final Context context;
    private final Counting counting;
    private final LaneConnection connection;
    private final Queue<Check> waiting = new ArrayDeque<>();

    /** Whether a call is under way or about to be. */
    private boolean busy;

    /** @param context of the event loop */
    Lane(Context context, Counting counting) {
        this.context = context;
        this.counting = counting;
        this.connection = new LaneConnection(counting.redis(), context);
    }

    void add(Check check) {
        waiting.add(check);
        if (!busy) {
            busy = true;
            goOn();
        }
    }

    /** At the end of this turn of the event loop, when all requests that came together with this one are there. */
    private void goOn() {
        context.runOnContext(turn -> {
            if (counting.availability().isShared()) {
                call(Batch.of(waiting, MOST_AT_ONCE));
            } else {
                Batch.of(waiting, waiting.size()).answerHere(counting.local());
                goOnIfAnyWait();
            }
        });
    }

    private void call(Batch batch) {
        long asked = counting.nanos().getAsLong();
        inTime(connection.get().compose(redis -> ask(redis, batch))).onComplete(done -> {
            try {
                answer(batch, done, asked);
            } finally {
                // Whatever has happened to these, the next ones have their turn
                goOnIfAnyWait();
            }
        });
    }

    private void answer(Batch batch, AsyncResult<Response> done, long asked) {
        @Nullable Response found = done.result();
        if (found == null) {
            lost(done.cause());
        } else {
            try {
                batch.answer(found, asked, counting.denials(), counting.metrics());
            } catch (RuntimeException e) {
                LOG.error("Redis' answer could not be read", e);
            }
        }
        // Those who have none yet
        batch.answerHere(counting.local());
    }

    private void goOnIfAnyWait() {
        busy = !waiting.isEmpty();
        if (busy) {
            goOn();
        }
    }

    private Future<Response> ask(RedisConnection redis, Batch batch) {
        if (batch.isAnswered()) {
            return Future.failedFuture("It was connected too late");
        }
        return redis.send(counting.script().call(batch.groups()))
                .recover(thrown -> isUnknownScript(thrown) && !batch.isAnswered()
                        ? redis.send(counting.script().callInFull(batch.groups()))
                        : Future.<@Nullable Response>failedFuture(thrown))
                .onFailure(thrown -> connection.failed(redis, thrown))
                .compose(answer -> answer != null && batch.isAnswer(answer)
                        ? Future.succeededFuture(answer)
                        : Future.failedFuture("it answers something else than was asked"));
    }

    /** As after a start of Redis. */
    private static boolean isUnknownScript(Throwable thrown) {
        String message = thrown.getMessage();
        return message != null && message.startsWith("NOSCRIPT");
    }

    /** A late answer is nobody's any more. */
    private Future<Response> inTime(Future<Response> answer) {
        Promise<Response> inTime = Promise.promise();
        long timer = context.owner()
                .setTimer(
                        counting.patience().toMillis(),
                        due -> inTime.fail(new TimeoutException("no answer within %d ms"
                                .formatted(counting.patience().toMillis()))));
        answer.onComplete((AsyncResult<Response> done) -> {
            if (context.owner().cancelTimer(timer)) {
                inTime.handle(done);
            }
        });
        return inTime.future();
    }

    /** Opens the connection before somebody waits for it, and finds out whether Redis is there. */
    void warmUp() {
        context.runOnContext(turn -> probe().onFailure(this::lost));
    }

    private void lost(Throwable why) {
        if (counting.availability().lost(why)) {
            probeLater();
        }
    }

    /** Nobody waits for a probe, so a Redis that is away delays no request. */
    private void probeLater() {
        context.owner().setTimer(counting.pause().toMillis(), due -> probe().onSuccess(
                        answer -> counting.availability().found())
                .onFailure(thrown -> probeLater()));
    }

    /** Connecting may take its time, the answer may not. */
    private Future<Response> probe() {
        return connection.get().compose(redis -> inTime(ask(redis, Batch.probe())));
    }
}
