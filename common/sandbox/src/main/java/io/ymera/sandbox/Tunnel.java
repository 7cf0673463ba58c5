package io.ymera.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.Channel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One connection from a program to a server that it may reach. */
final class Tunnel {

    private static final int BUFFER = 16 * 1024;
    private static final int CONNECT_MILLISECONDS = 10_000;
    private static final int ADDRESSES = 3;
    private static final String ESTABLISHED = "HTTP/1.1 200 Connection established\r\n\r\n";

    private final ProxyRequest request;
    private final Runnable refused;
    private final Set<Channel> open;
    private final SocketChannel client;

    /**
     * @param refused told when the destination's name leads to where nobody outside may go
     * @param open gets the connection, so that it ends with the run
     */
    Tunnel(ProxyRequest request, Runnable refused, Set<Channel> open, SocketChannel client) {
        this.request = request;
        this.refused = refused;
        this.open = open;
        this.client = client;
    }

    /** Returns when both sides are done. */
    void run() throws IOException {
        List<InetAddress> addresses;
        try {
            addresses = List.of(InetAddress.getAllByName(request.destination().host()));
        } catch (UnknownHostException e) {
            ProxyRequest.answer(client, "502 Bad Gateway", "There is no such host");
            return;
        }
        // The addresses that were looked at are those that are used: a second look-up may have another answer
        if (!request.destination().isAddress() && !addresses.stream().allMatch(PublicAddress::is)) {
            refused.run();
            ProxyRequest.answer(client, "403 Forbidden", "This name leads to an address that is not public");
            return;
        }
        Optional<SocketChannel> connected = connect(addresses);
        if (connected.isEmpty()) {
            ProxyRequest.answer(client, "502 Bad Gateway", "The host does not answer");
            return;
        }
        try (SocketChannel server = connected.get()) {
            if (request.tunnel()) {
                ProxyRequest.send(client, ESTABLISHED.getBytes(StandardCharsets.US_ASCII));
            }
            ProxyRequest.send(server, request.forward());
            Thread back = Thread.ofVirtual().name("sandbox-egress-server").start(() -> copy(server, client));
            copy(client, server);
            join(back);
        } finally {
            open.remove(connected.get());
        }
    }

    /** To the first that answers, at most a few of them. */
    private Optional<SocketChannel> connect(List<InetAddress> addresses) throws IOException {
        for (InetAddress address : addresses.subList(0, Math.min(ADDRESSES, addresses.size()))) {
            SocketChannel server = SocketChannel.open();
            open.add(server);
            try {
                server.socket()
                        .connect(
                                new InetSocketAddress(
                                        address, request.destination().port()),
                                CONNECT_MILLISECONDS);
                return Optional.of(server);
            } catch (IOException e) {
                open.remove(server);
                server.close();
            }
        }
        return Optional.empty();
    }

    /** Until the end of one, which the other is told; or until either is gone. */
    private static void copy(SocketChannel from, SocketChannel to) {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        try {
            while (from.read(buffer.clear()) >= 0) {
                ProxyRequest.send(to, Arrays.copyOf(buffer.array(), buffer.position()));
            }
            to.shutdownOutput();
        } catch (IOException e) {
            close(from);
            close(to);
        }
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // It is of no use any more
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
