package io.ymera.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static final Path CHECKOUT = Path.of("/somewhere/ymera");

    @Test
    void an_offset_moves_every_port() {
        Settings settings = Settings.from(CHECKOUT, Map.of("YMERA_PORT_OFFSET", "20000"));

        assertThat(settings.port(8002)).isEqualTo(28002);
        assertThat(settings.gateway()).hasToString("http://127.0.0.1:28000");
    }

    @Test
    void by_default_everything_is_kept_in_the_checkout() {
        Settings settings = Settings.from(CHECKOUT, Map.of("YMERA_HOME", " ", "DATABASE_URL", ""));

        assertThat(settings.home()).isEqualTo(CHECKOUT.resolve(".ymera"));
        assertThat(settings.databaseUrl()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "50000", "abc", "1.5", "999999999999"})
    void a_bad_offset_is_named(String offset) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.from(CHECKOUT, Map.of("YMERA_PORT_OFFSET", offset)))
                .withMessageContaining("YMERA_PORT_OFFSET")
                .withMessageContaining(offset);
    }
}
