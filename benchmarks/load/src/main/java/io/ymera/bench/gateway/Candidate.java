package io.ymera.bench.gateway;

import java.net.URI;
import java.util.Locale;

/** A way from the client to the service. */
enum Candidate {
    DIRECT("direct", Site.SERVICE, Candidate.TASKS, false, false),
    /** With connections to the service that are kept. */
    NGINX("nginx", Site.NGINX, Candidate.TASKS, false, false),
    /** With a connection to the service for each request, as nginx does unless it is told otherwise. */
    NGINX_DEFAULTS("nginx, defaults", Site.NGINX_DEFAULTS, Candidate.TASKS, false, false),
    NGINX_AUTH_REQUEST("nginx auth_request", Site.NGINX_AUTH_REQUEST, Candidate.TASKS, true, false),
    NGINX_AUTH_REQUEST_DEFAULTS(
            "nginx auth_request, defaults", Site.NGINX_AUTH_REQUEST_DEFAULTS, Candidate.TASKS, true, false),
    SPRING_CLOUD_GATEWAY("Spring Cloud Gateway", Site.SPRING_CLOUD_GATEWAY, Candidate.TASKS, false, true),
    GATEWAY_ROUTING("YMERA, routing only", Site.GATEWAY_ROUTING, "/auth/external", false, true),
    GATEWAY("YMERA, everything on", Site.GATEWAY, Candidate.TASKS, true, true);

    /** With us a path for users only. */
    private static final String TASKS = "/tasks";

    private static final int LEAST_WARM_UP_OF_JVM = 10;
    private static final int WARM_UP_OF_OTHERS = 2;

    private final String title;
    private final Site site;
    private final String path;
    private final boolean checksTokens;
    private final boolean jvm;

    Candidate(String title, Site site, String path, boolean checksTokens, boolean jvm) {
        this.title = title;
        this.site = site;
        this.path = path;
        this.checksTokens = checksTokens;
        this.jvm = jvm;
    }

    /** For people. */
    String title() {
        return title;
    }

    /** For files and options. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What stands between; with {@link #DIRECT} the service itself. */
    Site site() {
        return site;
    }

    /** Whether who comes without a token must be refused. */
    boolean checksTokens() {
        return checksTokens;
    }

    boolean isJvm() {
        return jvm;
    }

    /** How long it runs before it is measured: as long as is asked for, but a JVM for ten seconds at least, and others for two. */
    int warmUp(int askedFor) {
        return jvm ? Math.max(askedFor, LEAST_WARM_UP_OF_JVM) : WARM_UP_OF_OTHERS;
    }

    /** What is asked for. */
    URI url(int portOffset) {
        return site.url(portOffset).resolve(path);
    }
}
