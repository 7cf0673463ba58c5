package io.ymera.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PidFileTest {

    @TempDir
    private Path folder = Path.of("");

    private Path file = Path.of("");
    private PidFile pidFile = new PidFile(Path.of(""));

    @BeforeEach
    void newFile() {
        file = folder.resolve("part.pid");
        pidFile = new PidFile(file);
    }

    @Test
    void knows_a_living_process_again() throws Exception {
        pidFile.write(ProcessHandle.current());

        assertThat(pidFile.read()).contains(ProcessHandle.current());
    }

    @Test
    void forgets_a_process_that_ended() throws Exception {
        Process process = new ProcessBuilder("sleep", "1000").start();
        pidFile.write(process.toHandle());

        process.destroyForcibly().waitFor();

        assertThat(pidFile.read()).isEmpty();
    }

    @Test
    void does_not_take_a_later_process_with_the_same_pid_for_it() throws Exception {
        pidFile.write(ProcessHandle.current());
        List<String> lines = Files.readAllLines(file);

        Files.write(file, List.of(lines.getFirst(), "1" + lines.getLast()));

        assertThat(pidFile.read()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "12", "x\ny", "-1\n0", "99999999999999999999\n0"})
    void a_damaged_file_names_no_process(String content) throws Exception {
        Files.writeString(file, content);

        assertThat(pidFile.read()).isEmpty();
    }
}
