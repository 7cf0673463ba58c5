package io.ymera.gateway.upstream;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A service of bytes on a real socket, which so can do everything wrong. A connection has a thread of its own. */
final class Origin implements AutoCloseable {

    private static final String PROBE = "GET /health/ready ";

    private final ServerSocket listening;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<String> received = new CopyOnWriteArrayList<>();
    private volatile Behaviour behaviour;
    private volatile Behaviour health = (line, exchange) -> exchange.ok("");

    /** What it does with a request. */
    interface Behaviour {
        /** Answers the request that begins with {@code line}; if it throws the connection is closed. */
        void answer(String line, Exchange exchange) throws Exception;
    }

    /** A request with its connection. */
    record Exchange(InputStream in, OutputStream out, int length) {

        void say(String text) throws IOException {
            out.write(text.getBytes(ISO_8859_1));
            out.flush();
        }

        void readBody() throws IOException {
            in.readNBytes(length);
        }

        /** A whole answer in good order. */
        void ok(String body) throws IOException {
            readBody();
            say("HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s".formatted(body.length(), body));
        }

        void hangUp() throws IOException {
            throw new IOException("as asked");
        }
    }

    Origin(Behaviour behaviour) {
        this(behaviour, 0);
    }

    /** One at a port where there was one before. */
    Origin(Behaviour behaviour, int port) {
        this.behaviour = behaviour;
        try {
            listening = new ServerSocket(port, 100, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port());
    }

    void become(Behaviour other) {
        behaviour = other;
    }

    /** What it does when it is asked whether it wants requests. */
    void health(Behaviour other) {
        health = other;
    }

    /** The first lines of the requests that have come, probes aside. */
    List<String> received() {
        return List.copyOf(received);
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listening.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            while (true) {
                String head = head(in);
                String line = head.lines().findFirst().orElseThrow(() -> new IOException("closed"));
                Exchange exchange = new Exchange(in, socket.getOutputStream(), length(head));
                if (line.startsWith(PROBE)) {
                    health.answer(line, exchange);
                } else {
                    received.add(line);
                    behaviour.answer(line, exchange);
                }
            }
        } catch (Exception e) {
            // the connection is closed
        } finally {
            open.remove(socket);
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static int length(String head) {
        return head.lines()
                .map(line -> line.toLowerCase(Locale.ROOT))
                .filter(line -> line.startsWith("content-length:"))
                .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
                .findFirst()
                .orElse(0);
    }

    /** It is gone at once, as after SIGKILL. */
    @Override
    public void close() {
        try {
            listening.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
