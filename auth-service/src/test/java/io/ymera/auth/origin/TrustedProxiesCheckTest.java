package io.ymera.auth.origin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesCheckTest {

    @Test
    void takesAddressesAndNetworks() {
        assertThat(check("127.0.0.1", " [::1]", "10.0.0.0/8", "2001:db8::/32")).isTrue();
        assertThat(new TrustedProxiesCheck(Optional.empty()).check()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"::1", "localhost", "proxy.example.org", "127.0.0.1:80", "10.0.0.0/33", "[]", "[localhost]", ""})
    void refusesWhatWouldBeLookedUp(String proxy) {
        assertThat(check("127.0.0.1", proxy)).isFalse();
    }

    private static boolean check(String... proxies) {
        return new TrustedProxiesCheck(Optional.of(List.of(proxies))).check().isEmpty();
    }
}
