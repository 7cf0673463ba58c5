package io.ymera.gateway.door;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.ymera.gateway.health.Health;
import io.ymera.gateway.upstream.LongLived;
import io.ymera.gateway.upstream.WebSocketSizes;
import jakarta.inject.Singleton;
import java.net.URI;
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

    Doors(Vertx vertx, Door door, DoorConfig usual, WebSocketSizes webSockets, Health health, LongLived longLived) {
        this.vertx = vertx;
        this.door = door;
        this.usual = usual;
        this.webSockets = webSockets;
        this.health = health;
        this.longLived = longLived;
    }

    /** One that is open. */
    record OpenDoor(DoorServer server, URI url) implements AutoCloseable {

        @Override
        public void close() {
            server.shut();
        }
    }

    OpenDoor open(UnaryOperator<ChangedConfig> change) {
        ChangedConfig config = change.apply(ChangedConfig.of(usual));
        Certificates certificates = new Certificates(config, vertx);
        if (!certificates.check().isEmpty()) {
            throw new IllegalArgumentException(certificates.check().toString());
        }
        DoorServer server = new DoorServer(vertx, door, certificates, config, webSockets, health, longLived);
        server.open(new StartupEvent());
        String scheme = certificates.isSet() ? "https" : "http";
        return new OpenDoor(server, URI.create("%s://127.0.0.1:%d".formatted(scheme, server.port())));
    }

    /** How many requests are under way, through whichever door. */
    int requestsUnderWay() {
        return door.open();
    }
}
