package io.ymera.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs everywhere: these tools come with the system. */
class UnshareTest extends ConfinementContract {

    @Override
    SandboxMode mode() {
        return SandboxMode.UNSHARE;
    }

    @Test
    void refuses_user_namespaces_inside(@TempDir Path workspace) throws Exception {
        try (Sandbox sandbox = Sandbox.create(mode())) {
            // When
            Exit exit = sandbox.run(
                    new Command(
                            List.of("unshare", "--user", "true"), workspace, List.of(), Map.of(), Limits.defaults()),
                    OutputListener.DISCARD);

            // Then
            assertThat(exit.success()).isFalse();
        }
        assertThat(Files.list(workspace)).isEmpty();
    }
}
