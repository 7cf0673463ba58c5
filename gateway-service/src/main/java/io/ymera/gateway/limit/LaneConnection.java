package io.ymera.gateway.limit;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.impl.types.ErrorType;
import org.jspecify.annotations.Nullable;

/**
 * The connection of one event loop to Redis: opened when it is needed, and anew after it has ended or failed. One that hangs is kept until
 * it breaks, so that a Redis that hangs does not get more and more of them. To be used on that event loop only.
 */
final class LaneConnection {

    private final Redis redis;
    private final Context context;
    private @Nullable RedisConnection open;
    private @Nullable Future<RedisConnection> opening;

    /** @param context of the event loop */
    LaneConnection(Redis redis, Context context) {
        this.redis = redis;
        this.context = context;
    }

    Future<RedisConnection> get() {
        if (open != null) {
            return Future.succeededFuture(open);
        }
        if (opening != null) {
            return opening;
        }
        Future<RedisConnection> attempt = redis.connect();
        opening = attempt;
        attempt.onComplete(done -> {
            opening = null;
            if (done.succeeded()) {
                keep(done.result());
            }
        });
        return attempt;
    }

    /**
     * To be told of each call that had no good answer. The handlers alone don't do: a connection that ended before it came here, on another
     * event loop, never calls them.
     */
    void failed(RedisConnection connection, Throwable thrown) {
        if (!isAnswer(thrown) && !connection.pendingQueueFull()) {
            drop(connection);
        }
    }

    /** Whether Redis has said so, and the connection is as good as before. */
    private static boolean isAnswer(Throwable thrown) {
        return thrown instanceof ErrorType error && !error.is("CONNECTION_CLOSED");
    }

    private void keep(RedisConnection connection) {
        open = connection;
        connection.endHandler(ended -> context.runOnContext(turn -> drop(connection)));
        connection.exceptionHandler(thrown -> context.runOnContext(turn -> drop(connection)));
    }

    private void drop(RedisConnection ended) {
        if (open == ended) {
            open = null;
            ended.close();
        }
    }
}
