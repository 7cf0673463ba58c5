package io.ymera.gateway.upstream;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Asks each target whether it wants requests. One that says no, since it starts or stops, gets none while another will have them; it is
 * asked every second, as is one whose circuit is open, which is back as soon as it is well.
 */
@Singleton
class HealthProbe {

    private static final Logger LOG = Logger.getLogger(HealthProbe.class);
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int UNAVAILABLE = 503;

    private final Services services;
    private final Vertx vertx;
    private final String path;
    private final long everyTicks;
    private final HttpClient client;
    private final Set<Target> asked = ConcurrentHashMap.newKeySet();
    private long ticks;
    private long timer;

    HealthProbe(Services services, Vertx vertx, UpstreamConfig config) {
        this.services = services;
        this.vertx = vertx;
        this.path = config.health().path();
        this.everyTicks = Math.max(1, config.health().every().dividedBy(TICK));
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setMaxPoolSize(1).setConnectTimeout((int) PATIENCE.toMillis()));
    }

    void start(@Observes StartupEvent starting) {
        timer = vertx.setPeriodic(TICK.toMillis(), due -> tick());
    }

    void tick() {
        boolean all = ++ticks % everyTicks == 0;
        for (Service service : services.all()) {
            for (Target target : service.targets()) {
                if (all
                        || !target.isReady()
                        || !target.isReachable()
                        || target.breaker().state() != CircuitBreaker.State.CLOSED) {
                    probe(target);
                }
            }
        }
    }

    /** One at a time: a target that hangs is not asked again meanwhile. */
    private void probe(Target target) {
        if (!asked.add(target)) {
            return;
        }
        client.request(target.at(path).setConnectTimeout(PATIENCE.toMillis()))
                .compose(HealthProbe::ask)
                // Whatever becomes of it, the target is asked again
                .timeout(2 * PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .onComplete(done -> asked.remove(target))
                .onSuccess(status -> heard(target, status != UNAVAILABLE))
                .onFailure(thrown -> notHeard(target, thrown));
    }

    /** One answer at a time, so one that does not end must not keep the connection. */
    private static Future<Integer> ask(HttpClientRequest request) {
        return request.send()
                .compose(response -> response.end().map(ended -> response.statusCode()))
                .timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .onFailure(thrown -> request.reset());
    }

    private static void notHeard(Target target, Throwable thrown) {
        if (target.isReachable()) {
            target.setReachable(false);
            LOG.warnf("%s does not say how it is: %s", target, thrown);
        }
    }

    private static void heard(Target target, boolean ready) {
        target.setReachable(true);
        if (target.isReady() != ready) {
            LOG.infof("%s %s", target, ready ? "wants requests" : "wants no requests");
            target.setReady(ready);
        }
        if (ready && target.breaker().state() != CircuitBreaker.State.CLOSED) {
            LOG.infof("%s is back", target);
            target.breaker().foundHealthy();
        }
    }

    @PreDestroy
    void stop() {
        vertx.cancelTimer(timer);
        client.close();
    }
}
