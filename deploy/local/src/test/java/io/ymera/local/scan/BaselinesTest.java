package io.ymera.local.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaselinesTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\"p:1\"]",
                "{\"findings\": [{\"fingerprint\": \"p:1\"}]}",
                "{\"runs\": [{\"results\": [{\"partialFingerprints\": {\"ymeraFinding/v1\": \"p:1\"}}]}]}"
            })
    void a_report_a_log_and_a_list_say_the_same(String text) throws Exception {
        assertThat(Baselines.read(file(text))).hasToString("{\"fingerprints\":[\"p:1\"]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "7", "{"})
    void anything_else_is_refused(String text) {
        assertThatThrownBy(() -> Baselines.read(file(text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("baseline.json");
    }

    private Path file(String text) throws Exception {
        return Files.writeString(folder.resolve("baseline.json"), text);
    }
}
