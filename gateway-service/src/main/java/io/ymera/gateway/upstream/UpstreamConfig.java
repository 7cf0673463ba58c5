package io.ymera.gateway.upstream;

import io.smallrye.config.ConfigMapping;
import io.ymera.gateway.route.Upstream;
import java.net.URI;
import java.time.Duration;

/** Where the services are and how long we wait for them. */
@ConfigMapping(prefix = "ymera.gateway")
interface UpstreamConfig {

    String authUrl();

    String managerUrl();

    /** From the request's head to the answer's end. */
    Duration timeout();

    Duration connectTimeout();

    /** Connections to each service. */
    int connections();

    StreamConfig stream();

    interface StreamConfig {

        /** Open at a time; the next one is told to come back. */
        int maxConnections();
    }

    WebSocketConfig webSocket();

    interface WebSocketConfig {

        /** Open at a time; the next one is told to come back. */
        int maxConnections();

        /** Bytes. */
        int maxFrameSize();

        /** Bytes. */
        int maxMessageSize();

        Duration pingInterval();
    }

    default URI url(Upstream upstream) {
        return URI.create(
                switch (upstream) {
                    case AUTH -> authUrl();
                    case MANAGER -> managerUrl();
                });
    }
}
