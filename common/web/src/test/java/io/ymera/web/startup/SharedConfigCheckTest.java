package io.ymera.web.startup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SharedConfigCheckTest {

    private static final String AUTH = "http://127.0.0.1:8003";

    @Test
    void acceptsTheDefaults() {
        assertThat(new SharedConfigCheck(AUTH, "text").check()).isEmpty();
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        SharedConfigCheck check = new SharedConfigCheck("auth:8003", "xml");

        assertThat(check.check()).extracting(ConfigError::property).containsExactly("AUTH_SERVICE_URL", "LOG_FORMAT");
    }
}
