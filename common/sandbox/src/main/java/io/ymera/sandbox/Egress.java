package io.ymera.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The way out of one run: a proxy in this JVM behind a Unix socket that is mounted into the confinement. The namespace itself
 * still has no network; nothing resolves a name inside.
 */
final class Egress implements AutoCloseable {

    /** Where the relay inside finds the socket. */
    static final Path SOCKET = Path.of("/egress");

    private static final int MOST = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<Destination> allowed;
    private final Path folder;
    private final ServerSocketChannel server;
    private final Set<Channel> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong refused = new AtomicLong();

    /**
     * Listens.
     *
     * @throws SandboxUnavailableException if it can't
     */
    Egress(List<Destination> allowed) {
        this.allowed = allowed;
        try {
            this.folder = Files.createTempDirectory("ymera-egress");
        } catch (IOException e) {
            throw unavailable(e);
        }
        try {
            this.server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        } catch (IOException e) {
            delete();
            throw unavailable(e);
        }
        try {
            server.bind(UnixDomainSocketAddress.of(folder.resolve("socket")));
            // Nobody else gets into the folder
            Files.setPosixFilePermissions(folder.resolve("socket"), PosixFilePermissions.fromString("rw-rw-rw-"));
        } catch (IOException e) {
            close();
            throw unavailable(e);
        }
        Thread.ofVirtual().name("sandbox-egress").start(this::accept);
    }

    Mount mount() {
        return new Mount(folder.resolve("socket"), SOCKET);
    }

    /** How many requests were for something else than what is allowed. */
    long refused() {
        return refused.get();
    }

    /** Ends all connections. May be called again. */
    @Override
    public void close() {
        close(server);
        open.forEach(Egress::close);
        delete();
    }

    private void delete() {
        try {
            Files.deleteIfExists(folder.resolve("socket"));
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Can't remove " + folder, e);
        }
    }

    private static void close(Channel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // It is of no use any more, and the others have to be closed too
        }
    }

    private static SandboxUnavailableException unavailable(IOException e) {
        return new SandboxUnavailableException("No way to the allowed destinations can be made: " + e, e);
    }

    /** Closes a connection on which no request comes, unless it is interrupted before. */
    private static void closeLater(SocketChannel client) {
        try {
            Thread.sleep(PATIENCE);
            close(client);
        } catch (InterruptedException e) {
            // The request has come
        }
    }

    private void accept() {
        try {
            while (true) {
                SocketChannel client = server.accept();
                if (open.size() >= MOST) {
                    client.close();
                    continue;
                }
                open.add(client);
                if (!server.isOpen()) {
                    client.close();
                    return;
                }
                Thread.ofVirtual().name("sandbox-egress-client").start(() -> serve(client));
            }
        } catch (IOException e) {
            // Closed
        }
    }

    private void serve(SocketChannel client) {
        try (client) {
            Thread timer = Thread.ofVirtual().name("sandbox-egress-timer").start(() -> closeLater(client));
            ProxyRequest request;
            try {
                request = ProxyRequest.read(client);
            } finally {
                timer.interrupt();
            }
            if (!request.wellFormed()) {
                ProxyRequest.answer(client, "400 Bad Request", "This proxy knows CONNECT and http:// only");
            } else if (!allowed.contains(request.destination())) {
                refused.incrementAndGet();
                ProxyRequest.answer(client, "403 Forbidden", "The sandbox lets nobody reach this");
            } else {
                new Tunnel(request, refused::incrementAndGet, open, client).run();
            }
        } catch (IOException | RuntimeException e) {
            // Whatever a program sends, and however a server answers: that connection is over
        } finally {
            open.remove(client);
        }
    }
}
