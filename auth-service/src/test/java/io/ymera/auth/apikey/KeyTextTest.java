package io.ymera.auth.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTextTest {

    @Test
    void readsWhatItMade() {
        KeyText key = KeyText.create();

        assertThat(key.value()).matches("ymk_[a-zA-Z0-9_-]{49}").startsWith(key.shown());
        assertThat(KeyText.read(key.value())).contains(key);
        assertThat(KeyText.create()).isNotEqualTo(key);
        assertThat(key).hasToString("KeyText[" + key.shown() + "…]");
    }

    @Test
    void tellsADamagedCopy() {
        String key = KeyText.create().value();
        char other = key.charAt(20) == 'A' ? 'B' : 'A';

        assertThat(KeyText.read(key.substring(0, 20) + other + key.substring(21)))
                .isEmpty();
        assertThat(KeyText.read(key.substring(1))).isEmpty();
        assertThat(KeyText.read(key + "A")).isEmpty();
        assertThat(KeyText.read(key + "\n")).isEmpty();
        assertThat(KeyText.read(key.toUpperCase(Locale.ROOT))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ymk_", "\0", "ymk_ääääääääääääääääääääääääääääääääääääääääääääääääää", "' or 1=1"})
    void tellsWhatIsNone(String text) {
        assertThat(KeyText.read(text)).isEmpty();
    }
}
