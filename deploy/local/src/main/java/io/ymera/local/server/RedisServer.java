package io.ymera.local.server;

import io.ymera.local.process.Launch;
import io.ymera.local.process.OwnerOnly;
import io.ymera.local.process.Part;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Redis with a password and an append-only file.
 *
 * @param programs where its program is
 * @param directory where its data is kept
 * @param port where it listens
 * @param password that every client needs; letters and digits
 */
public record RedisServer(ServerPrograms programs, Path directory, int port, String password) implements Part {

    private static final int TIMEOUT_MILLIS = 1000;

    @Override
    public String name() {
        return "redis";
    }

    @Override
    public void prepare() throws IOException {
        OwnerOnly.folder(directory);
        OwnerOnly.file(configuration(), """
                bind 127.0.0.1
                port %d
                requirepass %s
                dir "%s"
                appendonly yes
                appendfsync everysec
                save ""
                daemonize no
                """.formatted(port, password, directory.toAbsolutePath()));
    }

    @Override
    public Launch launch() throws IOException {
        try {
            return new Launch(
                    List.of(programs.redisServer().toString(), configuration().toString()), Map.of(), directory);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Whether it accepts the password and answers PING, which it does not while it loads its data. */
    @Override
    public boolean isReady() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream()
                    .write("AUTH %s\r\nPING\r\n".formatted(password).getBytes(StandardCharsets.US_ASCII));
            String expected = "+OK\r\n+PONG\r\n";
            return new String(socket.getInputStream().readNBytes(expected.length()), StandardCharsets.US_ASCII)
                    .equals(expected);
        } catch (IOException e) {
            return false;
        }
    }

    /** Where clients connect, password included. */
    public String url() {
        return "redis://:%s@127.0.0.1:%d/0".formatted(password, port);
    }

    private Path configuration() {
        return directory.toAbsolutePath().resolve("redis.conf");
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "Redis on port %d in %s".formatted(port, directory);
    }
}
