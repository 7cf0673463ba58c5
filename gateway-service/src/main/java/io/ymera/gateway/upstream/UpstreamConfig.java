package io.ymera.gateway.upstream;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Where the services are and how long we wait for them. */
@ConfigMapping(prefix = "ymera.gateway.upstream")
interface UpstreamConfig {

    /** By the names that the routes call them. */
    Map<String, ServiceConfig> services();

    interface ServiceConfig {

        /** Its replicas, as http or https URLs with nothing after the port. */
        List<String> targets();
    }

    /** From a request's head to its answer's end, for streams to its head. */
    Duration timeout();

    Duration connectTimeout();

    /** Connections to each target for each event loop. As many again may wait for one; what comes then is refused. */
    int connections();

    /** An idle connection is closed before the service does that, which would cost a request. */
    Duration keepAlive();

    /** How often one request may be tried again. */
    int retries();

    /** The mean pause before the same target is tried again. */
    Duration retryPause();

    BreakerConfig breaker();

    interface BreakerConfig {

        /** So many failures in a row, and a target gets no requests. */
        int failures();

        /** Until then, or until it is found healthy. */
        Duration pause();
    }

    HealthConfig health();

    interface HealthConfig {

        /** Where targets say whether they want requests. */
        String path();

        /** How often they are asked; those that get no requests every second. */
        Duration every();
    }

    StreamConfig stream();

    interface StreamConfig {

        /** Open at a time; the next one is told to come back. */
        int maxConnections();

        /** Of these, how many one user may have, with all API keys together. */
        int maxPerUser();

        /** Of these, how many one client may have, with all its replicas together. */
        int maxPerService();
    }

    WebSocketConfig webSocket();

    interface WebSocketConfig {

        /** Open at a time; the next one is told to come back. */
        int maxConnections();

        /** Of these, how many one user may have, with all API keys together. */
        int maxPerUser();

        /** Bytes. */
        int maxFrameSize();

        /** Bytes. */
        int maxMessageSize();

        Duration pingInterval();
    }
}
