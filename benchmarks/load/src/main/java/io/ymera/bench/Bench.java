package io.ymera.bench;

import io.ymera.bench.examination.Examination;
import io.ymera.bench.gateway.Gateway;
import io.ymera.bench.identity.Identity;
import io.ymera.bench.load.Load;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./ymera bench}. The script builds the platform and passes the checkout in {@code ymera.checkout}. */
@Command(
        name = "ymera bench",
        description = "Measures this checkout's platform on this machine, in a home and on ports of its own.",
        footer = "The security scanner is measured by 'accuracy' and 'scan'; ask them for their own --help.",
        subcommands = {Load.class, Identity.class, Gateway.class, Examination.class},
        mixinStandardHelpOptions = true)
public final class Bench implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private Bench() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Which one: load, identity, gateway, examination, accuracy or scan?");
    }
}
