package io.ymera.gateway.door;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.gateway.health.Health;
import io.ymera.gateway.upstream.LongLived;
import io.ymera.gateway.upstream.WebSocketSizes;
import io.ymera.web.problem.Failure;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Opens the door when everything else has started, and closes it in good order: it says that it will, serves on while load balancers notice,
 * ends what goes on for long and what is idle, and waits for the requests that are under way.
 */
@Singleton
class DoorServer {

    private static final Logger LOG = Logger.getLogger(DoorServer.class);
    private static final int LAST = 10_000;
    private static final int FIRST = 1;
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);
    /** For the answers to those who are told that they have waited in vain. */
    private static final Duration CUT_OFF = Duration.ofSeconds(1);

    private static final Failure STOPPED =
            Failure.of(ErrorCode.UNAVAILABLE, "This replica of the gateway stops: try again.");
    private static final int HEAD_BYTES = 16 * 1024;
    private static final int LINE_BYTES = 8 * 1024;
    private static final int STREAMS_PER_CONNECTION = 100;
    private static final List<String> TLS = List.of("TLSv1.3", "TLSv1.2");

    private final Vertx vertx;
    private final Door door;
    private final Certificates certificates;
    private final DoorConfig config;
    private final WebSocketSizes webSockets;
    private final Health health;
    private final LongLived longLived;
    private final List<DoorVerticle> verticles = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private @Nullable String deployment;
    private long reloads = -1;

    DoorServer(
            Vertx vertx,
            Door door,
            Certificates certificates,
            DoorConfig config,
            WebSocketSizes webSockets,
            Health health,
            LongLived longLived) {
        this.vertx = vertx;
        this.door = door;
        this.certificates = certificates;
        this.config = config;
        this.webSockets = webSockets;
        this.health = health;
        this.longLived = longLived;
    }

    void open(@Observes @Priority(LAST) StartupEvent starting) {
        int loops = Runtime.getRuntime().availableProcessors();
        HttpServerOptions options = options();
        deployment = await(vertx.deployVerticle(() -> verticle(options), new DeploymentOptions().setInstances(loops)));
        if (certificates.isSet()) {
            reloads = vertx.setPeriodic(config.tls().reloadEvery().toMillis(), due -> reload());
        }
        LOG.infof("The door is open at %s://%s:%d", certificates.isSet() ? "https" : "http", config.host(), port());
    }

    /** Where it listens. */
    int port() {
        return verticles.getFirst().port();
    }

    private DoorVerticle verticle(HttpServerOptions options) {
        DoorVerticle verticle = new DoorVerticle(door, config, options, connections);
        verticles.add(verticle);
        return verticle;
    }

    private HttpServerOptions options() {
        HttpServerOptions options = new HttpServerOptions()
                .setMaxHeaderSize(HEAD_BYTES)
                .setMaxInitialLineLength(LINE_BYTES)
                .setMaxChunkSize(HEAD_BYTES)
                .setHttp2ClearTextEnabled(false)
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setIdleTimeout((int) config.idleTimeout().toMillis())
                .setTcpKeepAlive(true)
                .setMaxWebSocketFrameSize(webSockets.frame())
                .setMaxWebSocketMessageSize(webSockets.message())
                // Without compression a small frame can't become a large one here
                .setPerFrameWebSocketCompressionSupported(false)
                .setPerMessageWebSocketCompressionSupported(false);
        options.getInitialSettings()
                .setMaxConcurrentStreams(STREAMS_PER_CONNECTION)
                .setMaxHeaderListSize(HEAD_BYTES);
        if (certificates.isSet()) {
            options.setSsl(true)
                    .setUseAlpn(true)
                    .setEnabledSecureTransportProtocols(Set.copyOf(TLS))
                    .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
                    .setSslHandshakeTimeout(config.headTimeout().toMillis())
                    .setKeyCertOptions(certificates.inUse());
        }
        return options;
    }

    private void reload() {
        vertx.executeBlocking(certificates::reload).onSuccess(changed -> {
            if (changed) {
                LOG.info("The certificate has changed");
            }
        });
    }

    void close(@Observes @Priority(FIRST) ShutdownEvent stopping) throws InterruptedException {
        health.stopping();
        verticles.forEach(verticle -> verticle.connections(Connections::leave));
        Thread.sleep(config.stop().delay());
        longLived.endAll();
        verticles.forEach(verticle -> verticle.connections(Connections::close));
        awaitNoneOpen(config.stop().timeout());
        if (door.open() > 0) {
            LOG.warnf("%d requests were cut off: they took longer than SHUTDOWN_TIMEOUT", door.open());
            verticles.forEach(verticle -> verticle.connections(mine -> mine.cutOff(STOPPED)));
            awaitNoneOpen(CUT_OFF);
        }
        shut();
    }

    /** Closes it as it is, with whatever is under way. */
    void shut() {
        vertx.cancelTimer(reloads);
        if (deployment != null) {
            await(vertx.undeploy(deployment));
        }
    }

    private void awaitNoneOpen(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (door.open() > 0 && System.nanoTime() < end) {
            Thread.sleep(LOOK_EVERY);
        }
    }

    private static <T> T await(Future<T> done) {
        return done.toCompletionStage().toCompletableFuture().join();
    }
}
