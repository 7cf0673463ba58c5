package io.ymera.bench.load;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What may be asked for on the command line. */
final class Options {

    @ArgGroup(
            validate = false,
            heading = "%nWhat is measured (throughput and latency, unless something else is asked for):%n")
    final What what = new What();

    @ArgGroup(validate = false, heading = "%nHow the platform is set up:%n")
    final Setup setup = new Setup();

    @Option(
            names = "--profile",
            description = "Records the JVMs with JFR during the throughput runs and prints where the time goes.")
    boolean profile;

    @Option(
            names = "--save",
            description = "Keeps the result as benchmarks/load/results/DATE-SCENARIO.json, to be committed.")
    boolean save;

    static final class What {

        @Option(
                names = "--tasks",
                paramLabel = "N",
                defaultValue = "20000",
                description = "Tasks of a throughput run (default: ${DEFAULT-VALUE}).")
        int tasks;

        @Option(
                names = "--runs",
                paramLabel = "N",
                defaultValue = "5",
                description = "Throughput runs (default: ${DEFAULT-VALUE}; 0 for none).")
        int runs;

        @Option(
                names = "--warm-up",
                paramLabel = "N",
                defaultValue = "100000",
                description =
                        "Tasks before anything is measured, enough for the JIT compilers (default: ${DEFAULT-VALUE}).")
        int warmUp;

        @Option(
                names = "--rate",
                paramLabel = "R",
                defaultValue = "20",
                description =
                        "Tasks per second while latency is measured (default: ${DEFAULT-VALUE}; 0 to measure none).")
        int rate;

        @Option(
                names = "--seconds",
                paramLabel = "S",
                defaultValue = "60",
                description = "For how long (default: ${DEFAULT-VALUE}).")
        int seconds;

        @Option(
                names = "--stored",
                paramLabel = "N",
                description =
                        "Cost as work grows: compares an empty database with one of N finished tasks, and of --waiting waiting ones.")
        @Nullable
        Integer stored;

        @Option(
                names = "--waiting",
                paramLabel = "N",
                defaultValue = "100000",
                description = "With --stored: how many tasks wait (default: ${DEFAULT-VALUE}).")
        int waiting;

        @Option(
                names = "--fairness",
                description = "How many of a user's 10,000 waiting tasks start before another user's single one.")
        boolean fairness;

        /** What the result is called. */
        String scenario() {
            return stored != null ? "growth" : fairness ? "fairness" : "load";
        }
    }

    static final class Setup {

        @Option(
                names = "--connections",
                paramLabel = "N",
                defaultValue = "64",
                description = "Connections of the client, each with one request at a time (default: ${DEFAULT-VALUE}).")
        int connections;

        @Option(
                names = "--agents",
                paramLabel = "N",
                defaultValue = "1",
                description = "Agent processes (default: ${DEFAULT-VALUE}).")
        int agents;

        @Option(
                names = "--slots",
                paramLabel = "N",
                defaultValue = "64",
                description = "Slots of each (default: ${DEFAULT-VALUE}).")
        int slots;

        @Option(
                names = "--through-gateway",
                description = "Hands the tasks in at the gateway instead of at the manager.")
        boolean throughGateway;

        @Option(
                names = "--jvm",
                paramLabel = "FLAGS",
                defaultValue = "-Xms512m -Xmx512m -XX:+UseParallelGC",
                description = "Flags of the services' and the agents' JVMs (default: ${DEFAULT-VALUE}).")
        String jvm = "";

        @Option(
                names = "--manager-env",
                paramLabel = "NAME=VALUE",
                description = "An environment variable of the manager; may be repeated.")
        Map<String, String> managerEnvironment = new LinkedHashMap<>();

        @Option(
                names = "--agent-env",
                paramLabel = "NAME=VALUE",
                description = "An environment variable of the agents; may be repeated.")
        Map<String, String> agentEnvironment = new LinkedHashMap<>();

        @Option(
                names = "--postgres",
                paramLabel = "NAME=VALUE",
                description = "A setting of PostgreSQL; may be repeated.")
        Map<String, String> postgres = new LinkedHashMap<>();

        @Option(
                names = "--port-offset",
                paramLabel = "N",
                defaultValue = "12000",
                description = "Added to every port (default: ${DEFAULT-VALUE}).")
        int portOffset;
    }
}
