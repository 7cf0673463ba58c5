package io.ymera.bench.gateway;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Asks for a large answer and takes 160 KiB of it a second, until it is closed. */
final class SlowReader implements AutoCloseable {

    private static final int CHUNK_BYTES = 16 * 1024;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Socket socket = new Socket();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicBoolean alive = new AtomicBoolean(true);

    SlowReader(URI url, String token) throws IOException {
        socket.setReceiveBufferSize(CHUNK_BYTES);
        socket.connect(new InetSocketAddress(url.getHost(), url.getPort()));
        socket.getOutputStream()
                .write("GET %s?%s HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\n\r\n"
                        .formatted(url.getPath(), url.getQuery(), url.getAuthority(), token)
                        .getBytes(StandardCharsets.US_ASCII));
        Thread.ofVirtual().start(this::read);
    }

    private void read() {
        byte[] chunk = new byte[CHUNK_BYTES];
        try {
            for (int read = 0; read >= 0; read = socket.getInputStream().read(chunk)) {
                bytes.addAndGet(read);
                Thread.sleep(PAUSE);
            }
        } catch (IOException e) {
            // closed
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            alive.set(false);
        }
    }

    boolean isAlive() {
        return alive.get();
    }

    /** How many it has read, heads included. */
    long bytes() {
        return bytes.get();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // it is gone either way
        }
    }
}
