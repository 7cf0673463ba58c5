package io.ymera.bench.gateway;

import java.net.URI;

/** What is started for this benchmark: the name of each process, and its port without the offset. */
enum Site {
    /** An nginx that answers 200 bytes. */
    SERVICE("service", 8081),
    NGINX("nginx", 8082),
    NGINX_DEFAULTS("nginx-defaults", 8089),
    NGINX_AUTH_REQUEST("nginx-auth-request", 8083),
    NGINX_AUTH_REQUEST_DEFAULTS("nginx-auth-request-defaults", 8090),
    /** An nginx that says yes to whoever has a token, whatever it is: nobody who checks tokens costs less. */
    TOKEN_CHECK("token-check", 8084),
    /** auth-service's keys, WebSockets and large bodies: {@link StandIn}. */
    STAND_IN("stand-in", 8085),
    SPRING_CLOUD_GATEWAY("spring-cloud-gateway", 8086),
    GATEWAY_ROUTING("gateway-routing", 8087),
    GATEWAY("gateway", 8088),
    REDIS("redis", 16_379);

    private static final int TO_MANAGEMENT = 1000;

    private final String title;
    private final int port;

    Site(String title, int port) {
        this.title = title;
        this.port = port;
    }

    String title() {
        return title;
    }

    int port(int offset) {
        return port + offset;
    }

    /** Of the operators' port of a gateway. */
    int managementPort(int offset) {
        return port + TO_MANAGEMENT + offset;
    }

    URI url(int offset) {
        return URI.create("http://127.0.0.1:" + port(offset));
    }
}
