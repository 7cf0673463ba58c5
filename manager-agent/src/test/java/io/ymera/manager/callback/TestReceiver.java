package io.ymera.manager.callback;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLSocket;

/** Receives callbacks on a local port, and answers as badly as a test wants. */
final class TestReceiver implements AutoCloseable {

    /** What a test does with a connection once the request has been read. */
    @FunctionalInterface
    interface Behaviour {
        void answer(Socket connection, Received request) throws IOException, InterruptedException;
    }

    /**
     * @param headers by their names in lower case
     * @param sni the name in the TLS handshake, or an empty text
     */
    record Received(String requestLine, Map<String, String> headers, String body, String sni) {}

    private static final int PATIENCE_SECONDS = 30;

    private final ServerSocket server;
    private final Behaviour behaviour;
    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private final BlockingQueue<Socket> closed = new LinkedBlockingQueue<>();
    private final AtomicInteger connections = new AtomicInteger();

    TestReceiver(Behaviour behaviour) {
        this(ServerSocketFactory.getDefault(), "127.0.0.1", behaviour);
    }

    TestReceiver(ServerSocketFactory sockets, String address, Behaviour behaviour) {
        this.behaviour = behaviour;
        try {
            this.server = sockets.createServerSocket(0, 100, InetAddress.ofLiteral(address));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().start(this::accept);
    }

    /** Answers with a status and no body. */
    static Behaviour status(int status, String... headers) {
        return (connection, request) -> write(
                connection,
                "HTTP/1.1 %d Something\r\nContent-Length: 0\r\n%s\r\n"
                        .formatted(status, headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n"));
    }

    static void write(Socket connection, String text) throws IOException {
        connection.getOutputStream().write(text.getBytes(ISO_8859_1));
        connection.getOutputStream().flush();
    }

    int port() {
        return server.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    /** The next request. */
    Received next() throws InterruptedException {
        return next(() -> {});
    }

    /** The next request; while it does not come, {@code everySecond} is run. */
    Received next(Runnable everySecond) throws InterruptedException {
        Received request = received.poll(1, TimeUnit.SECONDS);
        for (int second = 1; request == null && second < PATIENCE_SECONDS; second++) {
            everySecond.run();
            request = received.poll(1, TimeUnit.SECONDS);
        }
        if (request == null) {
            throw new AssertionError("No callback came");
        }
        return request;
    }

    int waiting() {
        return received.size();
    }

    /** Waits until a connection, on which a behaviour goes on, is closed by the other side. */
    void awaitClosed() throws InterruptedException {
        if (closed.poll(30, TimeUnit.SECONDS) == null) {
            throw new AssertionError("The connection stayed open");
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket connection = server.accept();
                connections.incrementAndGet();
                Thread.ofPlatform().daemon().start(() -> serve(connection));
            } catch (IOException e) {
                // closed
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            Received request = read(connection);
            received.add(request);
            behaviour.answer(connection, request);
        } catch (IOException e) {
            closed.add(connection);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Received read(Socket connection) throws IOException {
        InputStream in = connection.getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("ended early");
            }
            head.append((char) next);
        }
        String[] lines = head.toString().split("\r\n", -1);
        Map<String, String> headers = new TreeMap<>();
        for (int i = 1; i < lines.length - 2; i++) {
            String[] parts = lines[i].split(": ", 2);
            headers.merge(parts[0].toLowerCase(Locale.ROOT), parts[1], (a, b) -> a + ", " + b);
        }
        byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        return new Received(lines[0], headers, new String(body, UTF_8), sni(connection));
    }

    private static String sni(Socket connection) {
        return connection instanceof SSLSocket tls
                        && tls.getSession() instanceof javax.net.ssl.ExtendedSSLSession session
                        && !session.getRequestedServerNames().isEmpty()
                ? new String(session.getRequestedServerNames().getFirst().getEncoded(), ISO_8859_1)
                : "";
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
