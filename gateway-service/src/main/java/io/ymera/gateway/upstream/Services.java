package io.ymera.gateway.upstream;

import static java.util.Objects.requireNonNull;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The services behind the gateway, by name. Thread-safe. */
@Singleton
public class Services {

    private final Map<String, Service> byName;

    Services(UpstreamConfig config, Clock clock) {
        UpstreamConfig.BreakerConfig breaker = config.breaker();
        byName = config.services().entrySet().stream()
                .map(entry -> new Service(
                        entry.getKey(),
                        entry.getValue().targets().stream()
                                .map(url -> new Target(
                                        URI.create(url.strip()),
                                        new CircuitBreaker(breaker.failures(), breaker.pause(), clock)))
                                .toList()))
                .collect(Collectors.toMap(Service::name, service -> service, (one, other) -> one, TreeMap::new));
    }

    /** That of a route, all of which have been checked. */
    Service named(String name) {
        return requireNonNull(byName.get(name));
    }

    Collection<Service> all() {
        return byName.values();
    }

    /** What routes may name. */
    public Set<String> names() {
        return byName.keySet();
    }

    /** Each service, and whether one of its replicas answers and wants requests. */
    public Map<String, Boolean> up() {
        return byName.values().stream()
                .collect(Collectors.toMap(Service::name, Service::isUp, (one, other) -> one, TreeMap::new));
    }
}
