package io.ymera.auth.throttle;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** What counts as one address: an IPv4 address, or all of an IPv6 /64, which is the least that anybody is given. */
final class Addresses {

    private static final int NETWORK_BYTES = 8;

    private Addresses() {}

    /** The part of {@code address} that counts; text that is no IP address counts as it is. */
    static String networkOf(String address) {
        int zone = address.indexOf('%');
        String literal = zone < 0 ? address : address.substring(0, zone);
        try {
            // An IPv4 address that is written as an IPv6 one comes back as IPv4
            InetAddress parsed = InetAddress.ofLiteral(literal);
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES)) + "/64"
                    : parsed.getHostAddress();
        } catch (IllegalArgumentException e) {
            return literal;
        }
    }
}
