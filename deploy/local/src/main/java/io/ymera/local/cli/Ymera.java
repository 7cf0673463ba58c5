package io.ymera.local.cli;

import io.ymera.local.platform.Settings;
import io.ymera.local.process.PartFailedException;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The launcher. The script {@code ymera} finds a JDK, builds, and then runs this with the checkout's folder in the system
 * property {@code ymera.checkout}. Exit codes: 0 done, 1 failed, 2 wrong use, 3 not (all) running, or not all examined.
 */
@Command(
        name = "ymera",
        description = "Runs the platform on this machine.",
        version = "YMERA 0.1.0-SNAPSHOT",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            Up.class,
            Down.class,
            Status.class,
            Logs.class,
            Demo.class,
            Examine.class,
            Scan.class,
            Ymera.Bench.class,
            Ymera.Test.class
        },
        footer = {
            "",
            "Environment:",
            "  YMERA_HOME              data, secrets and logs (default: .ymera)",
            "  YMERA_PORT_OFFSET       added to every port (default: 0)",
            "  DATABASE_URL, REDIS_URL, KAFKA_BOOTSTRAP_SERVERS",
            "                          servers to use instead of those that `up` starts",
            "  JAVA_HOME               a JDK 25 or newer (default: the first found)"
        })
public final class Ymera {

    private Ymera() {}

    /** Runs one command and exits with its code. */
    public static void main(String[] arguments) {
        CommandLine commandLine = new CommandLine(new Ymera());
        commandLine.setExecutionExceptionHandler(Ymera::explain);
        if (arguments.length == 0) {
            commandLine.usage(System.out);
            System.exit(2);
        }
        System.exit(commandLine.execute(arguments));
    }

    static Settings settings() {
        return Settings.from(Path.of(System.getProperty("ymera.checkout", ".")), System.getenv());
    }

    private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        String message = failure.getMessage();
        System.err.println("ymera: " + (message == null ? failure.toString() : message));
        if (!(failure instanceof PartFailedException
                || failure instanceof IllegalArgumentException
                || failure instanceof IOException)) {
            failure.printStackTrace();
        }
        return 1;
    }

    /** Only here to be listed: the script runs it. */
    @Command(name = "bench", description = "Measures throughput and latency: ./ymera bench load --help.")
    static final class Bench {}

    /** Only here to be listed: the script runs it. */
    @Command(name = "test", description = "Builds and tests everything; arguments go to Maven.")
    static final class Test {}
}
