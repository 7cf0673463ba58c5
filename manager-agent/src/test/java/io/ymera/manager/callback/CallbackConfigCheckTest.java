package io.ymera.manager.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallbackConfigCheckTest {

    @Test
    void aKeyIsOfTheRightFormOrThereIsNone() {
        assertThat(new CallbackConfigCheck(TestSettings.strict()).check()).isEmpty();
        assertThat(new CallbackConfigCheck(TestSettings.strict().withKey(Optional.empty())).check())
                .isEmpty();
        assertThat(new CallbackConfigCheck(TestSettings.strict().withKey(Optional.of(" "))).check())
                .isEmpty();
    }

    @Test
    void aBadKeyIsNamedAndNotShown() {
        var errors = new CallbackConfigCheck(TestSettings.strict().withKey(Optional.of("hunter2"))).check();

        assertThat(errors).singleElement().satisfies(error -> assertThat(error.message())
                .contains("CALLBACK_ENCRYPTION_KEY", "openssl rand -hex 32")
                .doesNotContain("hunter2"));
    }
}
