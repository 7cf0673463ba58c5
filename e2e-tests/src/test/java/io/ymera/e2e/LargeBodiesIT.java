package io.ymera.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.ymera.local.process.Ports;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A GiB goes up and down through the packaged gateway, and little of it is ever there. It is of a service that we do not bring, under a
 * limit of its own.
 */
class LargeBodiesIT {

    private static final long GIB = 1L << 30;
    private static final long MIB = 1L << 20;
    private static final long GROWTH = 64 * MIB;
    /** So that a body of which much is kept, on the heap or beside it, ends the process. */
    private static final List<String> LITTLE_MEMORY =
            List.of("-Xmx128m", "-XX:MaxDirectMemorySize=64m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError");

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    private final Path home = Path.of("target/large-bodies").toAbsolutePath();
    private final int port = Ports.anyFree();
    private final URI large = URI.create("http://127.0.0.1:" + port + "/large");
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private HttpServer service;
    private Process gateway;

    @BeforeEach
    void start() throws Exception {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        service.createContext("/large", LargeBodiesIT::serve);
        service.start();
        gateway = gateway();
        awaitReady();
    }

    @AfterEach
    void stop() throws Exception {
        Instant from = Instant.now();
        gateway.destroy();
        assertThat(gateway.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        System.out.printf("The gateway stopped in %s%n", Duration.between(from, Instant.now()));
        service.stop(0);
        http.shutdownNow();
    }

    private Process gateway() throws IOException {
        Files.createDirectories(home);
        Path routes = Files.writeString(
                home.resolve("routes.yaml"),
                "files: {/large: {GET: anyone, POST: anyone, limit: files, body-limit: 2G, timeout: 10m}}");
        Path program = Path.of(System.getProperty("ymera.checkout", ".."))
                .toRealPath()
                .resolve("gateway-service/target/quarkus-app/quarkus-run.jar");
        List<String> command = new ArrayList<>(List.of(java("java")));
        command.addAll(LITTLE_MEMORY);
        command.addAll(List.of("--sun-misc-unsafe-memory-access=allow", "-jar", program.toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("gateway.log").toFile());
        builder.environment().put("HTTP_PORT", Integer.toString(port));
        builder.environment().put("MANAGEMENT_PORT", Integer.toString(Ports.anyFree()));
        builder.environment()
                .put(
                        "YMERA_GATEWAY_UPSTREAM_SERVICES_FILES_TARGETS",
                        "http://127.0.0.1:" + service.getAddress().getPort());
        builder.environment().put("YMERA_RATE_LIMIT_CLASSES_FILES_REQUESTS", "1000");
        builder.environment().put("YMERA_RATE_LIMIT_CLASSES_FILES_WINDOW", "2s");
        builder.environment().put("ROUTES_FILE", routes.toString());
        builder.environment().put("SHUTDOWN_DELAY", "0s");
        return builder.start();
    }

    private static String java(String program) {
        return Path.of(System.getProperty("java.home"), "bin", program).toString();
    }

    private void awaitReady() throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!isReady()) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(Duration.ofMillis(100));
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            HttpRequest question =
                    HttpRequest.newBuilder(large.resolve("/health/ready")).build();
            return http.send(question, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void a_download() throws Exception {
        long before = heapInUse();
        HttpResponse<InputStream> answer =
                http.send(HttpRequest.newBuilder(large).build(), BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            body.skipNBytes(GIB / 2);
            long halfWay = heapInUse();
            body.skipNBytes(GIB / 2);
            System.out.printf("Down: %d MiB of heap before, %d half way%n", before / MIB, halfWay / MIB);

            assertThat(body.read()).isEqualTo(-1);
            assertThat(halfWay - before).isLessThan(GROWTH);
        }
        assertThat(answer.headers().firstValue("RateLimit-Policy")).hasValue("\"files\";q=1000;w=2");
    }

    @Test
    void an_upload() throws Exception {
        long before = heapInUse();
        Zeros body = new Zeros(GIB);
        HttpRequest upload = HttpRequest.newBuilder(large)
                .POST(BodyPublishers.ofInputStream(() -> body))
                .build();
        CompletableFuture<HttpResponse<String>> answer =
                http.sendAsync(upload, BodyHandlers.ofString(StandardCharsets.UTF_8));
        while (body.left > GIB / 2 && !answer.isDone()) {
            Thread.sleep(Duration.ofMillis(10));
        }
        long halfWay = heapInUse();
        System.out.printf("Up: %d MiB of heap before, %d half way%n", before / MIB, halfWay / MIB);

        assertThat(answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).body()).isEqualTo(Long.toString(GIB));
        assertThat(halfWay - before).isLessThan(GROWTH);
    }

    /** Bytes that are live after a full collection. */
    private long heapInUse() throws IOException, InterruptedException {
        jcmd("GC.run");
        return USED.matcher(jcmd("GC.heap_info"))
                .results()
                .limit(2) // the young and the old generation
                .mapToLong(found -> Long.parseLong(found.group(1)) * 1024)
                .sum();
    }

    private String jcmd(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(java("jcmd"), Long.toString(gateway.pid()), command)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private static void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestMethod().equals("GET")) {
                exchange.sendResponseHeaders(200, GIB);
                new Zeros(GIB).transferTo(exchange.getResponseBody());
            } else {
                long received = exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
                byte[] answer = Long.toString(received).getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
            }
        }
    }

    /** So many bytes, of which none is kept. */
    private static final class Zeros extends InputStream {
        private volatile long left;

        Zeros(long bytes) {
            left = bytes;
        }

        @Override
        public int read() {
            return read(new byte[1], 0, 1) < 0 ? -1 : 0;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (left == 0) {
                return -1;
            }
            int some = (int) Math.min(left, length);
            left -= some;
            return some;
        }
    }
}
