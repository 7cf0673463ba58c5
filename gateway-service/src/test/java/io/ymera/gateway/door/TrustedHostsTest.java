package io.ymera.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.ymera.web.identity.TokenSettings;
import io.ymera.web.startup.ConfigError;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedHostsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "localhost",
                "api.example.org",
                "API.Example.ORG",
                " api.example.org ",
                "*.example.org",
                "203.0.113.7",
                "[::1]",
                "[2001:db8::1]",
                "my_service",
                "xn--bcher-kva.example"
            })
    void canBeSet(String host) {
        assertThat(hosts(host).check()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.example.org",
                "api.example.org:8000",
                "api.example.org/",
                "::1",
                "[::1]:8000",
                "*example.org",
                "api.*.org",
                "*.",
                ".example.org",
                "api..example.org",
                "api example.org",
                "-a.example.org",
                "user@example.org",
                "bücher.example",
                ""
            })
    void canNotBeSet(String host) {
        assertThat(hosts("localhost", host).check())
                .extracting(ConfigError::property)
                .containsExactly("ALLOWED_HOSTS");
    }

    @ParameterizedTest
    @CsvSource({
        "api.example.org, api.example.org, true",
        "api.example.org, API.example.org, true",
        "api.example.org, example.org, false",
        "api.example.org, x.api.example.org, false",
        "*.example.org, api.example.org, true",
        "*.example.org, a.b.Example.org, true",
        "*.example.org, example.org, false",
        "*.example.org, .example.org, false",
        "*.example.org, evilexample.org, false",
        "*.example.org, example.org.evil, false",
        "[::1], [::1], true",
        "[::1], [::2], false",
        "*, anything, true"
    })
    void whoIsMeant(String set, String asked, boolean allowed) {
        assertThat(hosts(set).isAllowed(asked)).isEqualTo(allowed);
    }

    @Test
    void severalCanBeSet() {
        TrustedHosts hosts = hosts("localhost", "*.example.org");

        assertThat(hosts.isAllowed("localhost")).isTrue();
        assertThat(hosts.isAllowed("api.example.org")).isTrue();
        assertThat(hosts.isAllowed("evil")).isFalse();
    }

    @Test
    void thePublicOriginIsOurs() {
        assertThat(hosts("localhost").isAllowed("ymera.example.org")).isTrue();
    }

    private static TrustedHosts hosts(String... allowed) {
        return new TrustedHosts(Only.hosts(allowed), new Issuer("https://ymera.example.org"));
    }

    private record Issuer(String issuer) implements TokenSettings {

        @Override
        public String algorithm() {
            return "RS256";
        }

        @Override
        public Optional<String> secretKey() {
            return Optional.empty();
        }
    }
}
