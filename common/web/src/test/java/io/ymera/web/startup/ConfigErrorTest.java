package io.ymera.web.startup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigErrorTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "JWT_SECRET_KEY",
                "SERVICE_CLIENT_SECRET",
                "db.password",
                "DATABASE_URL",
                "LLM_API_KEY",
                "CALLBACK_ENCRYPTION_KEY"
            })
    void masksSecrets(String property) {
        ConfigError error = new ConfigError(property, "hunter2", "something longer");

        assertThat(error.message()).isEqualTo(property + " is \"********\": something longer");
        assertThat(error.toString()).doesNotContain("hunter2");
    }

    @Test
    void showsWhereASecretIsKept() {
        ConfigError error = new ConfigError("JWT_PRIVATE_KEY_FILE", "/etc/ymera/key.pem", "a file that can be read");

        assertThat(error.message())
                .isEqualTo("JWT_PRIVATE_KEY_FILE is \"/etc/ymera/key.pem\": a file that can be read");
    }

    @Test
    void saysThatAPropertyIsNotSet() {
        ConfigError error = ConfigError.missing("JWT_ISSUER", "the issuer of tokens");

        assertThat(error.message()).isEqualTo("JWT_ISSUER is not set: the issuer of tokens");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "auth:8003", "ftp://auth", "http://", "http:// x", "file:///etc/passwd"})
    void refusesWhatIsNoHttpUrl(String url) {
        assertThat(HttpUrls.isHttpUrl(url)).isFalse();
    }
}
