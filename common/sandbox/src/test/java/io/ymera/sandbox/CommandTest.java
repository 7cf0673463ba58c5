package io.ymera.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"relative", "/", "/a/../b", "/proc/1", "/sys", "/dev/sda", "/etc", "/etc/shadow", "/workspace/x"
            })
    void refuses_paths_to_read_that_would_undo_the_confinement(String path) {
        assertThatThrownBy(() -> command("true", List.of(Path.of(path)), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A=B", "1A", "A B", "A\n"})
    void refuses_what_is_no_variables_name(String name) {
        assertThatThrownBy(() -> command("true", List.of(), Map.of(name, "value")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A=B", "a\0b"})
    void refuses_programs_that_can_not_be_started(String program) {
        assertThatThrownBy(() -> command(program, List.of(), Map.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_bad_limit_is_named_with_its_value() {
        assertThatThrownBy(() -> Limits.defaults().withWallTime(Duration.ZERO))
                .hasMessageContaining("wallTime is PT0S");
        assertThatThrownBy(() -> Limits.defaults().withMemoryBytes(1)).hasMessageContaining("memoryBytes is 1");
        assertThatThrownBy(() -> Limits.defaults().withProcesses(0)).hasMessageContaining("processes is 0");
    }

    @Test
    void an_operators_choice_is_read_in_any_case_and_a_bad_one_named_with_what_is_allowed() {
        assertThat(SandboxMode.parse(" Unshare")).isEqualTo(SandboxMode.UNSHARE);
        assertThatThrownBy(() -> SandboxMode.parse("off"))
                .hasMessageContaining("\"off\"")
                .hasMessageContaining("auto, bubblewrap, unshare, none");
    }

    private static Command command(String program, List<Path> readOnly, Map<String, String> environment) {
        return new Command(List.of(program), Path.of("/tmp"), readOnly, environment, Limits.defaults());
    }
}
