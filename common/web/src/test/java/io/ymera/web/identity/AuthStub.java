package io.ymera.web.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A loopback server at a port that stays the same while it comes and goes; tests say what it answers. */
final class AuthStub implements AutoCloseable {

    final AtomicInteger keyRequests = new AtomicInteger();
    /** The queries with which revocations were asked for. */
    final BlockingQueue<String> revocationRequests = new LinkedBlockingQueue<>();
    /** What those get, in turn; who finds nothing waits. */
    final BlockingQueue<String> revocationAnswers = new LinkedBlockingQueue<>();

    volatile String jwks = "{\"keys\":[]}";
    volatile int status = 200;

    private final int port;
    private @Nullable HttpServer server;
    private @Nullable ExecutorService threads;

    AuthStub() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
    }

    /** One at the address that {@code url} names. */
    AuthStub(String url) {
        port = URI.create(url).getPort();
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        threads = Executors.newVirtualThreadPerTaskExecutor();
        server.setExecutor(threads);
        server.createContext("/.well-known/jwks.json", exchange -> {
            keyRequests.incrementAndGet();
            answer(exchange, jwks);
        });
        server.createContext("/auth/revocations", exchange -> {
            revocationRequests.add(String.valueOf(exchange.getRequestURI().getQuery()));
            try {
                String next = revocationAnswers.poll(30, TimeUnit.SECONDS);
                answer(exchange, next == null ? "" : next);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
    }

    void stop() {
        if (server != null && threads != null) {
            server.stop(0);
            threads.shutdownNow();
            // Until it has gone, whoever waited for an answer could take one that is meant for the next
            threads.close();
        }
    }

    @Nullable
    String nextRevocationRequest() throws InterruptedException {
        return revocationRequests.poll(30, TimeUnit.SECONDS);
    }

    private void answer(HttpExchange exchange, String text) throws IOException {
        byte[] body = text.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        stop();
    }
}
