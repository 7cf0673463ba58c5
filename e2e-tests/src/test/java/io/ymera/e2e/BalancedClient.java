package io.ymera.e2e;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A client that does as load balancers do: it asks each replica all the time whether it is ready, sends requests to those that are, over
 * connections that it keeps, and sends again only what could not be sent.
 */
final class BalancedClient implements AutoCloseable {

    private static final Duration PROBE_EVERY = Duration.ofMillis(200);
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final List<Replica> replicas;
    private final AtomicInteger next = new AtomicInteger();
    private final Thread prober;

    private static final class Replica {
        private final URI origin;
        private volatile boolean ready = true;

        Replica(URI origin) {
            this.origin = origin;
        }
    }

    BalancedClient(List<URI> origins) {
        replicas = origins.stream().map(Replica::new).toList();
        prober = Thread.ofVirtual().name("prober").start(this::probe);
    }

    private void probe() {
        try {
            while (true) {
                for (Replica replica : replicas) {
                    replica.ready = isReady(replica);
                }
                Thread.sleep(PROBE_EVERY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed
        }
    }

    private boolean isReady(Replica replica) throws InterruptedException {
        HttpRequest question = HttpRequest.newBuilder(replica.origin.resolve("/health/ready"))
                .timeout(Duration.ofSeconds(1))
                .build();
        try {
            return http.send(question, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Sends a request to one of the replicas that are ready.
     *
     * @throws IOException if it was sent and there was no answer, or no replica can be reached
     */
    HttpResponse<String> send(String method, String path, String token, String body)
            throws IOException, InterruptedException {
        for (int trial = 0; trial < 2 * replicas.size(); trial++) {
            Replica replica = replicas.get(Math.floorMod(next.getAndIncrement(), replicas.size()));
            if (replica.ready) {
                try {
                    return http.send(request(replica, method, path, token, body), BodyHandlers.ofString());
                } catch (ConnectException e) {
                    replica.ready = false; // nothing was sent
                }
            }
        }
        throw new IOException("No replica is ready");
    }

    private static HttpRequest request(Replica replica, String method, String path, String token, String body) {
        return HttpRequest.newBuilder(replica.origin.resolve("/api/v1" + path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
    }

    @Override
    public void close() {
        prober.interrupt();
        http.shutdownNow();
    }
}
