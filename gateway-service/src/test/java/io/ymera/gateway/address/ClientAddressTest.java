package io.ymera.gateway.address;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.net.SocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {

    @ParameterizedTest
    @CsvSource({"192.0.2.1, 192.0.2.1", "2001:db8::1, [2001:db8::1]", "fe80::1%eth0, [fe80::1]", "::1, [::1]"})
    void theAddressWithoutItsPort(String peer, String header) {
        assertThat(ClientAddress.of(SocketAddress.inetSocketAddress(4711, peer)))
                .isEqualTo(header);
    }

    @Test
    void somebodyWithoutOneIsUnknown() {
        assertThat(ClientAddress.of(null)).isEqualTo("unknown");
        assertThat(ClientAddress.of(SocketAddress.domainSocketAddress("/tmp/x")))
                .isEqualTo("unknown");
    }
}
