package io.ymera.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.ymera.web.startup.ConfigError;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "https://app.example.org",
                " https://app.example.org ",
                "http://localhost:3000",
                "http://[::1]:3000",
                "https://app.example.org:8443"
            })
    void canBeSet(String origin) {
        assertThat(new Cors(Only.origins(origin)).check()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "app.example.org",
                "https://app.example.org/",
                "https://app.example.org/path",
                "https://*.example.org",
                "https://App.example.org",
                "https://app.example.org:443",
                "http://app.example.org:80",
                "https://user@app.example.org",
                "https://app.example.org?x",
                "ftp://app.example.org",
                "null",
                "https://",
                "https://a b",
                ""
            })
    void canNotBeSet(String origin) {
        assertThat(new Cors(Only.origins(origin)).check())
                .extracting(ConfigError::property)
                .containsExactly("CORS_ORIGINS");
    }
}
