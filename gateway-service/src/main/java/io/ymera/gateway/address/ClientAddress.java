package io.ymera.gateway.address;

import io.smallrye.common.net.CidrAddress;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Singleton;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from, as the services behind us are told: the address of whoever is connected to us. If that is one of the
 * operator's own proxies, it is the one that this says it was connected to, and so on. What anybody else says of it does not count.
 */
@Singleton
public final class ClientAddress {

    /** The header by which proxies tell, and we do. */
    public static final String HEADER = "X-Forwarded-For";

    private static final String UNKNOWN = "unknown";

    private final List<CidrAddress> trusted;

    /** @param proxies addresses and networks; what is neither has been refused by {@link TrustedProxiesCheck} */
    ClientAddress(@ConfigProperty(name = TrustedProxiesCheck.SETTING) Optional<List<String>> proxies) {
        this.trusted = proxies.orElse(List.of()).stream()
                .flatMap(proxy -> Network.parse(proxy.strip()).stream())
                .toList();
    }

    /**
     * The value of the header for the services, which can't be empty; an IPv6 address is in brackets, without a zone.
     *
     * @param forwarded the values of the header as they came; each proxy adds to their end, so they are read from there
     */
    public String of(@Nullable SocketAddress peer, List<String> forwarded) {
        @Nullable String host = peer == null ? null : peer.hostAddress();
        Optional<InetAddress> connected = host == null ? Optional.empty() : Network.address(host);
        return connected.map(address -> text(origin(address, forwarded))).orElse(UNKNOWN);
    }

    private InetAddress origin(InetAddress connected, List<String> forwarded) {
        InetAddress nearest = connected;
        List<String> hops = forwarded.isEmpty()
                ? List.of()
                : Arrays.asList(String.join(",", forwarded).split(","));
        for (String hop : hops.reversed()) {
            Optional<InetAddress> next =
                    isTrusted(nearest) ? Network.address(withoutPort(hop.strip())) : Optional.empty();
            if (next.isEmpty()) {
                return nearest;
            }
            nearest = next.get();
        }
        return nearest;
    }

    private boolean isTrusted(InetAddress address) {
        return trusted.stream().anyMatch(network -> network.matches(address));
    }

    /** Some proxies name the port as well. */
    private static String withoutPort(String hop) {
        if (hop.startsWith("[")) {
            int end = hop.indexOf(']');
            return end < 0 ? "" : hop.substring(1, end);
        }
        int colon = hop.indexOf(':');
        return colon >= 0 && colon == hop.lastIndexOf(':') ? hop.substring(0, colon) : hop;
    }

    private static String text(InetAddress address) {
        return address instanceof Inet6Address ? "[" + address.getHostAddress() + "]" : address.getHostAddress();
    }
}
