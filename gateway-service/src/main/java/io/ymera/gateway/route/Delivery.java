package io.ymera.gateway.route;

/** How a route answers. */
public enum Delivery {
    /** One answer, within the time limit. */
    ANSWER,
    /** An answer whose end nobody waits for, such as server-sent events; its head comes within the time limit. */
    STREAM,
    /** A WebSocket, for as long as it takes. */
    WEB_SOCKET
}
