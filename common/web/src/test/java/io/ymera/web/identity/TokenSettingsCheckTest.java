package io.ymera.web.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.ymera.web.startup.ConfigError;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenSettingsCheckTest {

    private static final String GOOD = "Zm9yIHRoaXMgdGVzdCBvbmx5LCBub3QgZm9yIGFueXRoaW5nIGVsc2U";

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "ES256", "EdDSA", "HS256"})
    void ourAlgorithmsAreGood(String algorithm) {
        assertThat(check(algorithm, GOOD)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "none", "rs256", "RS512", "PS256", "HS512", "EDDSA"})
    void othersAreNamedWithWhatIsAllowed(String algorithm) {
        assertThat(check(algorithm, null))
                .extracting(ConfigError::message)
                .singleElement()
                .asString()
                .contains("JWT_ALGORITHM", "RS256, ES256, EdDSA, HS256");
    }

    @Test
    void everySecretThatIsPubliclyKnownIsRefused() {
        assertThat(WeakSecrets.all()).hasSizeGreaterThan(1_800);
        for (String secret : WeakSecrets.all()) {
            assertRefused(secret);
        }
    }

    @Test
    void blanksMakeAKnownSecretNoBetter() {
        assertRefused(" " + WeakSecrets.all().iterator().next() + " ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret", "0123456789012345678901234567890", "äöüäöüäöüäöüäö"})
    void aShortSecretIsRefused(String secret) {
        assertRefused(secret);
    }

    @Test
    void withoutHs256TheSecretDoesNotMatter() {
        assertThat(check("RS256", "secret")).isEmpty();
    }

    @Test
    void anIssuerIsNeeded() {
        var settings = new Verification.Settings(" ", "RS256", Optional.empty());

        assertThat(new TokenSettingsCheck(settings).check())
                .extracting(ConfigError::property)
                .containsExactly("JWT_ISSUER");
    }

    private static void assertRefused(String secret) {
        List<ConfigError> errors = check("HS256", secret);

        assertThat(errors).as(secret).extracting(ConfigError::property).containsExactly("JWT_SECRET_KEY");
        if (!secret.isEmpty()) {
            assertThat(errors.toString() + errors.getFirst().message()).doesNotContain("\"" + secret + "\"");
            assertThat(errors.getFirst().value()).isEqualTo("********");
        }
    }

    private static List<ConfigError> check(String algorithm, @Nullable String secret) {
        return new TokenSettingsCheck(
                        new Verification.Settings("http://localhost:8000", algorithm, Optional.ofNullable(secret)))
                .check();
    }
}
