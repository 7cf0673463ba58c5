package io.ymera.gateway.route;

/** A service behind the gateway. */
public enum Upstream {
    AUTH,
    MANAGER
}
