package io.ymera.gateway.address;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.net.SocketAddress;
import io.ymera.web.startup.ConfigError;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressTest {

    private final ClientAddress nobodyIsTrusted = new ClientAddress(Optional.empty());
    private final ClientAddress behindProxies =
            new ClientAddress(Optional.of(List.of("192.0.2.1", " 10.0.0.0/8", "2001:db8:1::/48")));

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "2001:db8::1, [2001:db8:0:0:0:0:0:1]",
        "::1, [0:0:0:0:0:0:0:1]",
        "::ffff:192.0.2.1, 192.0.2.1"
    })
    void theAddressWithoutItsPort(String peer, String header) {
        assertThat(nobodyIsTrusted.of(socket(peer), List.of())).isEqualTo(header);
    }

    @Test
    void aZoneOfOursMeansNothingToOthers() throws UnknownHostException {
        byte[] linkLocal = InetAddress.getByName("fe80::1").getAddress();
        InetAddress peer = Inet6Address.getByAddress(null, linkLocal, 3);

        assertThat(nobodyIsTrusted.of(SocketAddress.inetSocketAddress(new InetSocketAddress(peer, 4711)), List.of()))
                .isEqualTo("[fe80:0:0:0:0:0:0:1]");
    }

    @Test
    void somebodyWithoutOneIsUnknown() {
        assertThat(nobodyIsTrusted.of(null, List.of("203.0.113.7"))).isEqualTo("unknown");
        assertThat(behindProxies.of(SocketAddress.domainSocketAddress("/tmp/x"), List.of("203.0.113.7")))
                .isEqualTo("unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "192.0.2.2", "11.0.0.1", "2001:db8:2::1", "0.0.0.0", "255.255.255.255"})
    void whatOthersSayDoesNotCount(String peer) {
        String own = nobodyIsTrusted.of(socket(peer), List.of());

        assertThat(behindProxies.of(socket(peer), List.of("203.0.113.7"))).isEqualTo(own);
        assertThat(nobodyIsTrusted.of(socket(peer), List.of("203.0.113.7"))).isEqualTo(own);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "203.0.113.7; 203.0.113.7",
                " 203.0.113.7 ; 203.0.113.7",
                "203.0.113.7:4711; 203.0.113.7",
                "2001:db8::7; [2001:db8:0:0:0:0:0:7]",
                "[2001:db8::7]:4711; [2001:db8:0:0:0:0:0:7]",
                // What the client sent comes first, what proxies add last
                "1.1.1.1, 203.0.113.7; 203.0.113.7",
                "203.0.113.7,; 203.0.113.7",
                "10.1.1.1, 203.0.113.7, 10.2.2.2, 192.0.2.1; 203.0.113.7",
                "10.1.1.1, 10.2.2.2; 10.1.1.1",
                // Nothing that can be read: nobody nearer than the proxy itself is known
                "unknown; 192.0.2.1",
                "''; 192.0.2.1",
                "203.0.113.7, localhost; 192.0.2.1",
                "[; 192.0.2.1",
                "203.0.113.7, 10.0.0.1, x; 192.0.2.1"
            })
    void aTrustedProxySaysWhoItWas(String forwarded, String header) {
        assertThat(behindProxies.of(socket("192.0.2.1"), List.of(forwarded))).isEqualTo(header);
    }

    @Test
    void severalHeadersAreOne() {
        assertThat(behindProxies.of(socket("192.0.2.1"), List.of("1.1.1.1", "203.0.113.7", "10.0.0.1")))
                .isEqualTo("203.0.113.7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "10.0.0.0/", "proxy.example", "10.0.0", "*", "/8"})
    void whatIsNoNetworkIsNamed(String proxy) {
        List<ConfigError> errors = new TrustedProxiesCheck(Optional.of(List.of("10.0.0.0/8", proxy))).check();

        assertThat(errors).singleElement().asString().contains("TRUSTED_PROXIES");
    }

    @Test
    void networksAndAddressesAreFine() {
        assertThat(new TrustedProxiesCheck(Optional.of(List.of("10.0.0.0/8", " ::1", "2001:db8::/32", "192.0.2.1")))
                        .check())
                .isEmpty();
    }

    private static SocketAddress socket(String address) {
        return SocketAddress.inetSocketAddress(4711, address);
    }
}
