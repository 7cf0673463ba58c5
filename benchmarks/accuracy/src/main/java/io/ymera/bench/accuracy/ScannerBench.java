package io.ymera.bench.accuracy;

import io.ymera.bench.scan.ScanSpeed;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./ymera bench accuracy} and {@code ./ymera bench scan}. The script passes the checkout in {@code ymera.checkout}. */
@Command(
        name = "ymera bench",
        description = "Measures the security scanner.",
        subcommands = {Accuracy.class, ScanSpeed.class},
        mixinStandardHelpOptions = true)
public final class ScannerBench implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private ScannerBench() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ScannerBench()).execute(arguments));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which one: accuracy or scan?");
    }
}
