package io.ymera.gateway.limit;

import io.vertx.core.Future;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import org.jspecify.annotations.Nullable;

/**
 * The connection of one event loop to Redis: opened when it is needed, and anew after it has ended. One that hangs is kept until it
 * breaks, so that a Redis that hangs does not get more and more of them. To be used on that event loop only.
 */
final class LaneConnection {

    private final Redis redis;
    private @Nullable RedisConnection open;
    private @Nullable Future<RedisConnection> opening;

    LaneConnection(Redis redis) {
        this.redis = redis;
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

    private void keep(RedisConnection connection) {
        open = connection;
        connection.endHandler(ended -> drop(connection));
        connection.exceptionHandler(thrown -> drop(connection));
    }

    private void drop(RedisConnection ended) {
        if (open == ended) {
            open = null;
        }
    }
}
