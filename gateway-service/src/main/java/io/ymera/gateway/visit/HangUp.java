package io.ymera.gateway.visit;

import io.netty.channel.Channel;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;

/** Ends connections, whether or not their clients read what they have been sent. */
public final class HangUp {

    /** For what has been written to arrive. */
    private static final Duration LINGER = Duration.ofSeconds(5);

    private HangUp() {}

    /** Closes {@code connection} when what has been written has gone out, or soon. On its event loop. */
    public static void on(HttpConnection connection, Vertx vertx) {
        connection.close();
        Channel channel = ((ConnectionBase) connection).channel();
        if (channel.isOpen()) {
            long timer = vertx.setTimer(LINGER.toMillis(), due -> channel.close());
            channel.closeFuture().addListener(closed -> vertx.cancelTimer(timer));
        }
    }
}
