package io.ymera.gateway.route;

/** How a route answers. */
public enum Delivery {
    /** One answer, within the time limit. */
    ANSWER,
    /** A WebSocket, for as long as it takes. */
    WEB_SOCKET
}
