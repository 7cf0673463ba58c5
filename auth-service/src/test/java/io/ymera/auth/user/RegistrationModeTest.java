package io.ymera.auth.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationModeTest {

    @ParameterizedTest
    @ValueSource(strings = {"open", "closed"})
    void knowsTwo(String mode) {
        assertThat(new RegistrationMode(mode).check()).isEmpty();
    }

    /** A typing error must not open what was to be closed. */
    @Test
    void refusesAnother() {
        assertThat(new RegistrationMode("close").check()).singleElement().satisfies(error -> assertThat(error.message())
                .contains("REGISTRATION", "close"));
    }
}
