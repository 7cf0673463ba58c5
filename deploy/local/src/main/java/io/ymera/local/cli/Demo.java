package io.ymera.local.cli;

import io.ymera.local.client.GatewayClient;
import io.ymera.local.demo.MainJob;
import io.ymera.local.demo.ProjectFiles;
import io.ymera.local.platform.Settings;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "demo",
        description = "Starts what is not running, and runs the tests of a Python project on it.",
        mixinStandardHelpOptions = true)
final class Demo implements Callable<Integer> {

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "PATH",
            description = "The project's folder (default: deploy/local/demo).")
    private @Nullable Path path;

    @Override
    public Integer call() throws Exception {
        Settings settings = Ymera.settings();
        Path project = path == null ? settings.checkout().resolve("deploy/local/demo") : path;
        ProjectFiles.of(project); // a wrong path is told at once, not after the start
        Startup startup = new Startup(settings, new Terminal());
        startup.run();
        System.out.println();
        try (GatewayClient gateway = new GatewayClient(settings.gateway())) {
            MainJob.Outcome outcome = new MainJob(gateway, System.out).run(project);
            printNext(settings, outcome);
            return outcome.completed() ? 0 : 1;
        } finally {
            startup.keep();
        }
    }

    private static void printNext(Settings settings, MainJob.Outcome outcome) {
        System.out.printf("""

                To go on, as this demo's user (%2$s, password %3$s):
                  TOKEN=$(curl -s %1$s/api/v1/auth/login -H 'Content-Type: application/json' \\
                    -d '{"username":"%2$s","password":"%3$s"}' | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
                  curl -s %1$s/api/v1/tasks/%4$s -H "Authorization: Bearer $TOKEN"
                  ./ymera status      what runs
                  ./ymera logs -f     what it says
                  ./ymera down        stop it; the data stays
                """, settings.gateway(), outcome.username(), outcome.password(), outcome.taskId());
    }
}
