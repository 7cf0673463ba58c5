package io.ymera.manager.callback;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * Which addresses belong to somebody out there, by the IANA registries of special-purpose addresses (RFC 6890) and those of
 * multicast. For IPv6 that is global unicast, {@code 2000::/3}, and nothing else. An address that carries an IPv4 address is
 * as good as the one that it carries: IPv4-mapped, 6to4 (RFC 3056), NAT64 with the well-known prefix (RFC 6052).
 *
 * <p>A network's own NAT64 prefix can't be known here: where there is one, the network has to keep the manager from it.
 */
final class PublicAddress {

    private static final List<Block> REFUSED_V4 = List.of(
            block("0.0.0.0", 8), // this network
            block("10.0.0.0", 8), // private
            block("100.64.0.0", 10), // carrier-grade NAT
            block("127.0.0.0", 8), // loopback
            block("169.254.0.0", 16), // link-local, where clouds have their metadata
            block("172.16.0.0", 12), // private
            block("192.0.0.0", 24), // IETF protocols
            block("192.0.2.0", 24), // documentation
            block("192.88.99.0", 24), // 6to4 relays, given up
            block("192.168.0.0", 16), // private
            block("198.18.0.0", 15), // benchmarks
            block("198.51.100.0", 24), // documentation
            block("203.0.113.0", 24), // documentation
            block("224.0.0.0", 4), // multicast
            block("240.0.0.0", 4)); // reserved, broadcast

    private static final Block GLOBAL_V6 = block("2000::", 3);
    private static final List<Block> REFUSED_V6 = List.of(
            block("2001::", 23), // IETF protocols, among them Teredo
            block("2001:db8::", 32), // documentation
            block("3fff::", 20)); // documentation

    private static final Block SIX_TO_FOUR = block("2002::", 16);
    private static final Block NAT64 = block("64:ff9b::", 96);
    private static final Block MAPPED = new Block(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 0, 0, 0, 0}, 96);

    private PublicAddress() {}

    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublicV4(bytes) : isPublicV6(bytes);
    }

    private static boolean isPublicV4(byte[] address) {
        return REFUSED_V4.stream().noneMatch(block -> block.holds(address));
    }

    private static boolean isPublicV6(byte[] address) {
        if (MAPPED.holds(address) || NAT64.holds(address)) {
            return isPublicV4(Arrays.copyOfRange(address, 12, 16));
        }
        if (SIX_TO_FOUR.holds(address)) {
            return isPublicV4(Arrays.copyOfRange(address, 2, 6));
        }
        return GLOBAL_V6.holds(address) && REFUSED_V6.stream().noneMatch(block -> block.holds(address));
    }

    private static Block block(String literal, int prefix) {
        return new Block(InetAddress.ofLiteral(literal).getAddress(), prefix);
    }

    /** The addresses that share the first {@code prefix} bits. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Block(byte[] base, int prefix) {

        boolean holds(byte[] address) {
            for (int bit = 0; bit < prefix; bit += 8) {
                int mask = prefix - bit >= 8 ? 0xff : 0xff << (8 - (prefix - bit));
                if (((address[bit / 8] ^ base[bit / 8]) & mask & 0xff) != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
