package io.ymera.auth.external;

import static org.assertj.core.api.Assertions.assertThat;

import io.ymera.web.startup.ConfigError;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExternalConfigCheckTest {

    private static final Map<String, String> GOOD = Map.of(
            "OIDC_ISSUER_URL", "https://id.example.org/realm",
            "OIDC_CLIENT_ID", "ymera",
            "OIDC_CLIENT_SECRET", "hidden words",
            "OIDC_RETURN_URL", "https://ymera.example.org/signed-in?from=id",
            "OIDC_EMAIL_DOMAINS", "example.org",
            "JWT_ISSUER", "https://ymera.example.org/");

    @Test
    void nothingIsNeeded() {
        assertThat(check(Map.of())).isEmpty();
    }

    @Test
    void aCompleteProviderIsFine() {
        assertThat(check(GOOD)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8080", "http://127.0.0.1:3000", "http://[::1]:3000"})
    void thisMachineMayBeUnencrypted(String url) {
        assertThat(check(with("OIDC_ISSUER_URL", url))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "OIDC_ISSUER_URL, http://id.example.org",
        "OIDC_ISSUER_URL, https://id.example.org?tenant=1",
        "OIDC_ISSUER_URL, https://user@id.example.org",
        "OIDC_ISSUER_URL, id.example.org",
        "OIDC_CLIENT_ID, ' '",
        "OIDC_CLIENT_SECRET, ''",
        "OIDC_SCOPES, profile email",
        "OIDC_SCOPES, 'openid \"x\"'",
        "OIDC_NAME, <b>id</b>",
        "OIDC_AUTO_REGISTER, yes please",
        "OIDC_EMAIL_DOMAINS, ada@example.org",
        "OIDC_RETURN_URL, http://ymera.example.org",
        "OIDC_RETURN_URL, https://ymera.example.org/#here",
        "OIDC_RETURN_URL, /page",
        "JWT_ISSUER, ymera"
    })
    void aBadValueIsNamed(String property, String value) {
        assertThat(check(with(property, value)))
                .extracting(ConfigError::property)
                .containsExactly(property);
    }

    @Test
    void everythingIsToldAtOnceAndNoSecret() {
        List<ConfigError> errors = check(
                Map.of("OIDC_ISSUER_URL", "http://id.example.org", "OIDC_SCOPES", "email", "OIDC_CLIENT_ID", "ymera"));

        assertThat(errors)
                .extracting(ConfigError::property)
                .containsExactly("OIDC_ISSUER_URL", "OIDC_CLIENT_SECRET", "OIDC_SCOPES");
    }

    @Test
    void halfAProviderIsNone() {
        List<ConfigError> errors = check(Map.of("OIDC_CLIENT_SECRET", "hidden words"));

        assertThat(errors)
                .extracting(ConfigError::message)
                .singleElement()
                .asString()
                .startsWith("OIDC_ISSUER_URL is not set")
                .doesNotContain("hidden words");
    }

    private static Map<String, String> with(String property, String value) {
        Map<String, String> changed = new java.util.HashMap<>(GOOD);
        changed.put(property, value);
        return changed;
    }

    private static List<ConfigError> check(Map<String, String> environment) {
        return new ExternalConfigCheck(new Settings(environment)).check();
    }

    private record Settings(Map<String, String> environment) implements ExternalSettings {

        @Override
        public Optional<String> issuerUrl() {
            return value("OIDC_ISSUER_URL");
        }

        @Override
        public Optional<String> clientId() {
            return value("OIDC_CLIENT_ID");
        }

        @Override
        public Optional<String> clientSecret() {
            return value("OIDC_CLIENT_SECRET");
        }

        @Override
        public String scopes() {
            return value("OIDC_SCOPES").orElse("openid profile email");
        }

        @Override
        public Optional<String> name() {
            return value("OIDC_NAME");
        }

        @Override
        public String autoRegister() {
            return value("OIDC_AUTO_REGISTER").orElse("false");
        }

        @Override
        public Optional<List<String>> emailDomains() {
            return value("OIDC_EMAIL_DOMAINS").map(List::of);
        }

        @Override
        public Optional<String> returnUrl() {
            return value("OIDC_RETURN_URL");
        }

        @Override
        public String publicUrl() {
            return value("JWT_ISSUER").orElse("http://localhost:8000");
        }

        private Optional<String> value(String property) {
            return Optional.ofNullable(environment.get(property));
        }
    }
}
