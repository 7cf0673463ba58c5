package io.ymera.gateway.address;

import io.smallrye.common.net.CidrAddress;
import io.smallrye.common.net.Inet;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads addresses and networks of them; never looks up a name. */
final class Network {

    private Network() {}

    /** The network {@code text}, {@code 10.0.0.0/8} or a single address; empty if it is none. */
    static Optional<CidrAddress> parse(String text) {
        if (text.contains("/")) {
            return Optional.ofNullable(Inet.parseCidrAddress(text));
        }
        return address(text).map(address -> CidrAddress.create(address, Byte.SIZE * address.getAddress().length));
    }

    /** The address {@code text}, without a zone; one of IPv4 in the clothes of IPv6 is one of IPv4. Empty if it is none. */
    static Optional<InetAddress> address(String text) {
        int zone = text.indexOf('%');
        byte @Nullable [] bytes = Inet.parseInetAddressToBytes(zone < 0 ? text : text.substring(0, zone));
        try {
            return bytes == null ? Optional.empty() : Optional.of(InetAddress.getByAddress(bytes));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
