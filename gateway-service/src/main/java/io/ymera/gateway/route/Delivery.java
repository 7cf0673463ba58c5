package io.ymera.gateway.route;

/** How a route answers. */
public enum Delivery {
    /** One answer, within the time limit. */
    ANSWER,
    /**
     * An answer that takes long, such as server-sent events, whose end nobody waits for, a long poll, or a download; its head
     * comes within the time limit, and the service hears at once when the client is gone.
     */
    STREAM,
    /** A WebSocket, for as long as it takes. */
    WEB_SOCKET
}
