package io.ymera.local.cli;

import io.ymera.local.platform.Settings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "up",
        description = "Starts what is not running, and waits until all is ready.",
        mixinStandardHelpOptions = true)
final class Up implements Callable<Integer> {

    @Override
    public Integer call() throws Exception {
        Settings settings = Ymera.settings();
        Terminal terminal = new Terminal();
        Startup startup = new Startup(settings, terminal);
        startup.run();
        startup.keep();
        terminal.line("""

                  API      %s/api/v1
                  logs     %s   (./ymera logs [service] [-f])
                  data     %s
                  next     ./ymera demo, ./ymera status, ./ymera down""".formatted(settings.gateway(), settings.logs(), settings.home()));
        return 0;
    }
}
