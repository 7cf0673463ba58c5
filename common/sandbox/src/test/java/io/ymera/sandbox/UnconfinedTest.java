package io.ymera.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ymera.sandbox.Exit.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is left without confinement. */
@Timeout(60)
class UnconfinedTest {

    private final Sandbox sandbox = Sandbox.create(SandboxMode.NONE);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path workspace;

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void runs_a_program_in_its_workspace_with_its_own_environment() throws Exception {
        // Given
        Captured output = new Captured();

        // When
        Exit exit =
                sandbox.run(command(Limits.defaults(), "pwd -P; env | grep -vE '^(PATH|PWD|SHLVL|OLDPWD|_)='"), output);

        // Then
        assertThat(exit.success()).isTrue();
        assertThat(output.out()).isEqualTo(workspace.toRealPath() + "\nGIVEN=1");
    }

    @Test
    void kills_the_tree_when_the_wall_time_is_over() throws Exception {
        // Given
        String marker = UUID.randomUUID().toString();
        Limits limits = Limits.defaults().withWallTime(Duration.ofSeconds(1));

        // When
        Exit exit = sandbox.run(
                command(limits, "sh -c 'while :; do sleep 100; done' " + marker + " & wait"), OutputListener.DISCARD);

        // Then
        assertThat(exit.ended()).isEqualTo(Ended.WALL_TIME);
        assertThat(HostProcesses.with(marker)).isEmpty();
    }

    @Test
    void a_child_that_keeps_the_output_open_does_not_hold_the_run_up() throws Exception {
        // Given
        Captured output = new Captured();

        // When
        Exit exit = sandbox.run(command(Limits.defaults(), "setsid sleep 30 & echo $!"), output);

        // Then
        assertThat(exit.success()).isTrue();
        ProcessHandle.of(Long.parseLong(output.out())).ifPresent(ProcessHandle::destroyForcibly);
    }

    @Test
    void bounds_address_space_and_file_size() throws Exception {
        // Given
        Limits limits = Limits.defaults().withAddressSpaceBytes(64 << 20).withFileBytes(1000);
        Captured output = new Captured();

        // When
        sandbox.run(command(limits, "tail /dev/zero; head -c 9999 /dev/zero >big"), output);

        // Then
        assertThat(output.err()).contains("memory exhausted");
        assertThat(workspace.resolve("big")).hasSize(1000);
    }

    @Test
    void bounds_the_memory_of_the_tree() throws Exception {
        // Given
        Limits limits = Limits.defaults().withMemoryBytes(64 << 20);

        // When
        Exit exit = sandbox.run(
                command(limits, "(head -c 100000000 /dev/zero | tail -c 100000000 | sleep 100)"),
                OutputListener.DISCARD);

        // Then
        assertThat(exit.ended()).isEqualTo(Ended.MEMORY);
        assertThat(exit.network()).isEmpty();
    }

    @Test
    void bounds_the_workspace() throws Exception {
        // Given
        Limits limits = Limits.defaults().withWorkspaceBytes(1 << 20);

        // When
        Exit exit = sandbox.run(command(limits, "head -c 2000000 /dev/zero >f; sleep 100"), OutputListener.DISCARD);

        // Then
        assertThat(exit.ended()).isEqualTo(Ended.DISK);
    }

    @Test
    void is_never_chosen_automatically() {
        // When
        try (Sandbox automatic = Sandbox.create(SandboxMode.AUTO)) {

            // Then
            assertThat(automatic.mode()).isIn(SandboxMode.BUBBLEWRAP, SandboxMode.UNSHARE);
        }
    }

    @Test
    void refuses_a_workspace_that_is_no_folder() throws Exception {
        // Given
        Path file = Files.writeString(workspace.resolve("file"), "");
        Command command = new Command(List.of("true"), file, List.of(), Map.of(), Limits.defaults());

        // When
        assertThatThrownBy(() -> sandbox.run(command, OutputListener.DISCARD))

                // Then
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(file.toString());
    }

    private Command command(Limits limits, String script) {
        return new Command(List.of("sh", "-c", script), workspace, List.of(), Map.of("GIVEN", "1"), limits);
    }
}
