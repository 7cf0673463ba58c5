package io.ymera.gateway.address;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.net.SocketAddress;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {

    @ParameterizedTest
    @CsvSource({"192.0.2.1, 192.0.2.1", "2001:db8::1, [2001:db8:0:0:0:0:0:1]", "::1, [0:0:0:0:0:0:0:1]"})
    void theAddressWithoutItsPort(String peer, String header) {
        assertThat(ClientAddress.of(SocketAddress.inetSocketAddress(4711, peer)))
                .isEqualTo(header);
    }

    @Test
    void aZoneOfOursMeansNothingToOthers() throws UnknownHostException {
        byte[] linkLocal = InetAddress.getByName("fe80::1").getAddress();
        InetAddress peer = Inet6Address.getByAddress(null, linkLocal, 3);

        assertThat(ClientAddress.of(SocketAddress.inetSocketAddress(new InetSocketAddress(peer, 4711))))
                .isEqualTo("[fe80:0:0:0:0:0:0:1]");
    }

    @Test
    void somebodyWithoutOneIsUnknown() {
        assertThat(ClientAddress.of(null)).isEqualTo("unknown");
        assertThat(ClientAddress.of(SocketAddress.domainSocketAddress("/tmp/x")))
                .isEqualTo("unknown");
    }
}
