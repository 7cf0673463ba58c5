package io.ymera.bench.gateway;

import io.ymera.local.process.Part;
import io.ymera.local.server.RedisServer;
import io.ymera.local.server.ServerPrograms;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How each {@link Site} is started, and what it is told of the others. */
final class Parts {

    /** In a minute and for each caller: more than any run reaches, so that all of a limit's work is done and nobody refused. */
    private static final String UNREACHED_LIMIT = "1000000";

    private final Path checkout;
    private final Path home;
    private final int portOffset;
    private final List<String> jvm;
    private final RedisServer redis;

    /**
     * @param home where their files go
     * @param jvm flags of each gateway's JVM
     */
    Parts(Path checkout, Path home, int portOffset, List<String> jvm) {
        this.checkout = checkout;
        this.home = home;
        this.portOffset = portOffset;
        this.jvm = jvm;
        this.redis = new RedisServer(
                new ServerPrograms(checkout.resolve("deploy/local/target/servers"), home.resolve("servers")),
                home.resolve("data/redis"),
                port(Site.REDIS),
                UUID.randomUUID().toString().replace("-", ""));
    }

    private int port(Site site) {
        return site.port(portOffset);
    }

    private URI url(Site site) {
        return site.url(portOffset);
    }

    Part redis() {
        return redis;
    }

    Part service() {
        return nginx(Site.SERVICE, NginxServers.service(port(Site.SERVICE), port(Site.STAND_IN)));
    }

    /** @param keepAlive whether it keeps its connections to the service */
    Part nginx(Site site, boolean keepAlive) {
        return nginx(site, NginxServers.proxy(port(site), port(Site.SERVICE), keepAlive));
    }

    /** @param keepAlive whether it keeps its connections to the service and the token check */
    Part nginxAuthRequest(Site site, boolean keepAlive) {
        return nginx(
                site,
                NginxServers.proxyWithAuthRequest(port(site), port(Site.SERVICE), port(Site.TOKEN_CHECK), keepAlive));
    }

    Part tokenCheck() {
        return nginx(Site.TOKEN_CHECK, NginxServers.tokenCheck(port(Site.TOKEN_CHECK)));
    }

    private NginxPart nginx(Site site, String servers) {
        return new NginxPart(site.title(), port(site), home.resolve("data").resolve(site.title()), servers);
    }

    /** @param keySet what it hands out as auth-service's */
    Part standIn(Path keySet) {
        return new JvmPart(
                Site.STAND_IN,
                port(Site.STAND_IN),
                List.of("-Xmx512m", "-XX:+UseSerialGC"),
                List.of(
                        "-cp",
                        checkout.resolve("benchmarks/load/target/ymera-bench.jar")
                                .toString(),
                        StandIn.class.getName(),
                        Integer.toString(port(Site.STAND_IN)),
                        keySet.toString()),
                Map.of(),
                home,
                url(Site.STAND_IN));
    }

    Part springCloudGateway(Path jar) {
        return new JvmPart(
                Site.SPRING_CLOUD_GATEWAY,
                port(Site.SPRING_CLOUD_GATEWAY),
                jvm,
                List.of("-jar", jar.toString()),
                Map.of("UPSTREAM_URL", url(Site.SERVICE).toString()),
                home,
                url(Site.SPRING_CLOUD_GATEWAY));
    }

    /** Without a rate limit and an access log. */
    Part gatewayRouting() {
        return gateway(
                Site.GATEWAY_ROUTING, Site.SERVICE, Map.of("RATE_LIMIT_ENABLED", "false", "ACCESS_LOG", "false"));
    }

    /**
     * With all that it has.
     *
     * @param service what is behind it
     * @param more what else it is told
     */
    Part gateway(Site service, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("REDIS_URL", redis.url());
        environment.put("RATE_LIMIT_REQUESTS_PER_MINUTE", UNREACHED_LIMIT);
        // A few users open all of them
        environment.put("YMERA_GATEWAY_UPSTREAM_WEB_SOCKET_MAX_PER_USER", "10000");
        environment.put("YMERA_GATEWAY_UPSTREAM_STREAM_MAX_PER_USER", "10000");
        environment.put("LOG_FORMAT", "json");
        return gateway(Site.GATEWAY, service, environment);
    }

    private JvmPart gateway(Site site, Site service, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("AUTH_SERVICE_URL", url(service).toString());
        environment.put("MANAGER_AGENT_URL", url(service).toString());
        environment.put("MANAGEMENT_PORT", Integer.toString(site.managementPort(portOffset)));
        return new JvmPart(
                site,
                port(site),
                jvm,
                List.of(
                        "-jar",
                        checkout.resolve("gateway-service/target/quarkus-app/quarkus-run.jar")
                                .toString()),
                environment,
                home,
                url(site).resolve("/auth/external"));
    }
}
