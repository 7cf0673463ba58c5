package io.ymera.gateway.door;

import io.quarkus.arc.Arc;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.ymera.gateway.address.ClientAddress;
import io.ymera.gateway.health.Health;
import io.ymera.gateway.limit.Limits;
import io.ymera.gateway.limit.RateLimiting;
import io.ymera.gateway.upstream.Forwarder;
import io.ymera.gateway.upstream.LastingClients;
import io.ymera.gateway.upstream.LongLived;
import io.ymera.gateway.upstream.Services;
import io.ymera.gateway.upstream.WebSocketSizes;
import io.ymera.web.problem.ProblemWriter;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Other doors of the running gateway: with other settings, and the same way in. */
@Singleton
class Doors {

    private final Vertx vertx;
    private final Door door;
    private final DoorConfig usual;
    private final WebSocketSizes webSockets;
    private final Health health;
    private final LongLived longLived;

    Doors(
            Vertx vertx,
            Door door,
            DoorConfig usual,
            WebSocketSizes webSockets,
            Health health,
            LongLived longLived,
            LastingClients clients) {
        this.vertx = vertx;
        this.door = door;
        this.usual = usual;
        this.webSockets = webSockets;
        this.health = health;
        this.longLived = longLived;
        clients.make();
    }

    /** One that is open. */
    record OpenDoor(DoorServer server, URI url) implements AutoCloseable {

        @Override
        public void close() {
            server.shut();
        }
    }

    OpenDoor open(UnaryOperator<ChangedConfig> change) {
        return open(door, change);
    }

    /** One for scripts of {@code origins} too, with routes of its own. */
    OpenDoor openTo(String origins, Path routesFile) {
        Routes routes = new Routes(new TestDoor(Optional.of(routesFile)), bean(Services.class), bean(Limits.class));
        if (!routes.check().isEmpty()) {
            throw new IllegalArgumentException(routes.check().toString());
        }
        Door other = new Door(
                bean(SecurityHeaders.class),
                bean(ProperHead.class),
                bean(TrustedHosts.class),
                new Cors(Only.origins(origins)),
                new Routing(routes, bean(OwnAnswers.class)),
                bean(BodyLimit.class),
                bean(Authentication.class),
                bean(RateLimiting.class),
                bean(RoleCheck.class),
                bean(Forwarder.class),
                bean(ClientAddress.class),
                bean(AccessLog.class),
                bean(RequestMetrics.class),
                bean(ProblemWriter.class));
        return open(other, config -> config);
    }

    private static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }

    private OpenDoor open(Door way, UnaryOperator<ChangedConfig> change) {
        ChangedConfig config = change.apply(ChangedConfig.of(usual));
        Certificates certificates = new Certificates(config, vertx);
        if (!certificates.check().isEmpty()) {
            throw new IllegalArgumentException(certificates.check().toString());
        }
        DoorServer server = new DoorServer(vertx, way, certificates, config, webSockets, health, longLived);
        server.open(new StartupEvent());
        String scheme = certificates.isSet() ? "https" : "http";
        return new OpenDoor(server, URI.create("%s://127.0.0.1:%d".formatted(scheme, server.port())));
    }

    /** How many requests are under way, through whichever door. */
    int requestsUnderWay() {
        return door.open();
    }
}
