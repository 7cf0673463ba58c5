package io.ymera.gateway.upstream;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.ymera.gateway.route.Access;
import io.ymera.gateway.route.Delivery;
import io.ymera.gateway.route.PathTemplate;
import io.ymera.gateway.route.Route;
import io.ymera.gateway.route.RouteTable.Match;
import io.ymera.gateway.visit.Step;
import io.ymera.gateway.visit.Visit;
import io.ymera.web.problem.ProblemWriter;
import io.ymera.web.trace.TraceContext;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The way to the services without the steps before it, on one event loop, which all requests have to share. The first part of a path names the
 * service; whatever is below {@code /NAME/stream} is a stream.
 */
final class TestGateway implements AutoCloseable {

    static final int BODY_LIMIT = 1_000_000;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final ProblemWriter problems = new ProblemWriter(new ObjectMapper(), List.of());
    private final TestUpstream config;
    private final Clients clients;
    private final InstantSource clock;
    private final long bodyLimit;
    private final Map<String, Service> services = new ConcurrentHashMap<>();
    private final HttpServer server;

    TestGateway(TestUpstream config) {
        this(config, Instant::now, BODY_LIMIT);
    }

    TestGateway(TestUpstream config, InstantSource clock, long bodyLimit) {
        this.config = config;
        this.clients = new Clients(vertx, config);
        this.clock = clock;
        this.bodyLimit = bodyLimit;
        this.server = vertx.createHttpServer()
                .requestHandler(this::enter)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.actualPort());
    }

    Vertx vertx() {
        return vertx;
    }

    /** Puts a service behind it. */
    Service service(String name, URI... targets) {
        Service service = new Service(
                name,
                Arrays.stream(targets)
                        .map(url -> new Target(
                                url,
                                new CircuitBreaker(
                                        TestUpstream.FAILURES, config.breaker().pause(), clock)))
                        .toList());
        put(service);
        return service;
    }

    void put(Service service) {
        services.put(service.name(), service);
    }

    private void enter(HttpServerRequest request) {
        Step find = visit -> {
            visit.setMatch(new Match.Found(route(visit), requireNonNull(request.path())));
            visit.next();
        };
        Step forward = visit -> {
            Route route = visit.requireMatch().route();
            boolean stream = route.delivery() == Delivery.STREAM;
            new Exchange(
                            visit,
                            requireNonNull(services.get(route.service())),
                            stream ? clients.streams() : clients.answers(),
                            config,
                            bodyLimit)
                    .begin(config.timeout());
        };
        new Visit(
                        request,
                        requireNonNull(Vertx.currentContext()),
                        TraceContext.create(),
                        "127.0.0.1",
                        problems,
                        List.of(find, forward))
                .next();
    }

    private static Route route(Visit visit) {
        List<String> parts =
                Arrays.asList(requireNonNull(visit.request().path()).split("/", -1));
        return new Route(
                visit.request().method().name(),
                PathTemplate.parse("/**"),
                true,
                Access.USERS,
                parts.get(1),
                "default",
                parts.size() > 2 && parts.get(2).equals("stream") ? Delivery.STREAM : Delivery.ANSWER,
                null,
                null,
                false);
    }

    @Override
    public void close() {
        clients.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
