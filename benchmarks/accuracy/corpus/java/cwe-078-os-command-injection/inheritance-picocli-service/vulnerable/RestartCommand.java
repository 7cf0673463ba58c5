package com.railops.tools;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

abstract class ShellCommand<T> implements Callable<Integer> {

    @Option(names = {"-v", "--verbose"}, description = "print the command line")
    boolean verbose;

    abstract T target();

    abstract String template();

    @Override
    public Integer call() throws IOException, InterruptedException {
        String line = String.format(Locale.ROOT, template(), target());
        if (verbose) {
            System.err.println("+ " + line);
        }
        return new ProcessBuilder(List.of("sh", "-c", line)).inheritIO().start().waitFor();
    }
}

/** The shift operators run this through sudo. */
@Command(name = "restart", mixinStandardHelpOptions = true, description = "restarts one of the dispatch units")
class RestartCommand extends ShellCommand<String> {

    enum Unit { dispatcher, timetable, signage }

    @Parameters(index = "0", paramLabel = "UNIT", description = "dispatcher, timetable or signage")
    String unit;

    @Override
    String target() {
        return unit;
    }

    @Override
    String template() {
        return "systemctl restart rail-%s.service && journalctl -n 20 --no-pager";
    }

    public static void main(String[] args) {
        System.exit(new CommandLine(new RestartCommand()).execute(args));
    }
}
