package io.ymera.gateway.upstream;

import io.netty.util.concurrent.EventExecutor;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;

/**
 * Clients for the services that outlive any door. Vert.x closes a client with the verticle on whose context it was made, and tests close
 * doors while others go on.
 */
@Singleton
public class LastingClients {

    private final Vertx vertx;
    private final Clients clients;

    LastingClients(Vertx vertx, Clients clients) {
        this.vertx = vertx;
        this.clients = clients;
    }

    /** Makes those of all event loops, on no context. */
    public void make() {
        for (EventExecutor loop : vertx.nettyEventLoopGroup()) {
            loop.submit(clients::answers).syncUninterruptibly();
        }
    }
}
