package io.ymera.gateway.address;

import io.vertx.core.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/** The address of whoever is connected to us, as the services behind us are told: what a client says of it does not count. */
public final class ClientAddress {

    /** The header by which they are. */
    public static final String HEADER = "X-Forwarded-For";

    private ClientAddress() {}

    /** The value of the header, which can't be empty; an IPv6 address is in brackets, without a zone. */
    public static String of(@Nullable SocketAddress peer) {
        String address = peer == null || peer.hostAddress() == null ? "unknown" : peer.hostAddress();
        int zone = address.indexOf('%');
        String plain = zone < 0 ? address : address.substring(0, zone);
        return plain.contains(":") ? "[" + plain + "]" : plain;
    }
}
