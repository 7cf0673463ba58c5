package io.ymera.web.startup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SharedConfigCheckTest {

    private static final String KEYS = "http://127.0.0.1:8003/.well-known/jwks.json";

    @Test
    void acceptsTheDefaults() {
        assertThat(new SharedConfigCheck(KEYS, "ymera", "text").check()).isEmpty();
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        SharedConfigCheck check = new SharedConfigCheck("auth:8003/.well-known/jwks.json", " ", "xml");

        assertThat(check.check())
                .extracting(ConfigError::property)
                .containsExactly("AUTH_SERVICE_URL", "JWT_ISSUER", "LOG_FORMAT");
    }
}
