package io.ymera.codebase.confinement;

import io.ymera.sandbox.Command;
import io.ymera.sandbox.Exit;
import io.ymera.sandbox.Limits;
import io.ymera.sandbox.OutputListener;
import io.ymera.sandbox.Sandbox;
import io.ymera.sandbox.SandboxUnavailableException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready means that a program can be confined now, not only when the agent started: {@code true} is run to find out. */
@Readiness
@Singleton
final class SandboxCheck implements HealthCheck {

    private static final Limits LIMITS = Limits.defaults().withWallTime(Duration.ofSeconds(10));

    private final Sandbox sandbox;

    SandboxCheck(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("sandbox")
                .withData("confinement", sandbox.mode().toString());
        try {
            Path workspace = Files.createTempDirectory("ymera-sandbox-check");
            try {
                Command command = new Command(List.of("true"), workspace, List.of(), Map.of(), LIMITS);
                Exit exit = sandbox.run(command, OutputListener.DISCARD);
                return answer.status(exit.success()).build();
            } finally {
                Files.delete(workspace);
            }
        } catch (IOException | SandboxUnavailableException e) {
            return answer.down()
                    .withData("reason", String.valueOf(e.getMessage()))
                    .build();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return answer.down().withData("reason", "interrupted").build();
        }
    }
}
