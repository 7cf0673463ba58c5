package io.ymera.gateway.upstream;

import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

/** One replica of a service. Thread-safe. */
final class Target {

    private final URI url;
    private final boolean tls;
    private final int port;
    private final CircuitBreaker breaker;
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile boolean ready = true;
    private volatile boolean reachable = true;

    Target(URI url, CircuitBreaker breaker) {
        this.url = url;
        this.tls = "https".equals(url.getScheme());
        this.port = url.getPort() >= 0 ? url.getPort() : tls ? 443 : 80;
        this.breaker = breaker;
    }

    URI url() {
        return url;
    }

    String host() {
        return url.getHost();
    }

    int port() {
        return port;
    }

    boolean isTls() {
        return tls;
    }

    /** What leads to {@code uri} there. */
    RequestOptions at(String uri) {
        return new RequestOptions().setHost(host()).setPort(port).setSsl(tls).setURI(uri);
    }

    CircuitBreaker breaker() {
        return breaker;
    }

    /** Whether it wants requests, as it said the last time it was asked. */
    boolean isReady() {
        return ready;
    }

    void setReady(boolean said) {
        ready = said;
    }

    /** Whether it said anything, the last time it was asked. Of no consequence to requests: these find out for themselves. */
    boolean isReachable() {
        return reachable;
    }

    void setReachable(boolean said) {
        reachable = said;
    }

    /** Requests that it has not answered. */
    AtomicInteger underWay() {
        return underWay;
    }

    @Override
    public String toString() {
        return url.toString();
    }
}
