package io.ymera.local.cli;

import io.ymera.local.platform.PlatformLock;
import io.ymera.local.platform.PlatformPart;
import io.ymera.local.platform.PlatformParts;
import io.ymera.local.platform.Settings;
import io.ymera.local.process.PartProcess.Stopped;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "down", description = "Stops everything; the data stays.", mixinStandardHelpOptions = true)
final class Down implements Callable<Integer> {

    @Override
    public Integer call() throws Exception {
        Settings settings = Ymera.settings();
        Terminal terminal = new Terminal();
        if (!Files.isDirectory(settings.home())) {
            terminal.line("Nothing runs.");
            return 0;
        }
        try (PlatformLock lock = PlatformLock.take(
                settings.home(),
                pid -> terminal.line(
                        "Process %s is starting or stopping this platform: waiting for it …".formatted(pid)))) {
            boolean any = false;
            for (PlatformPart part : new PlatformParts(settings).all().reversed()) {
                Stopped how = part.process().stop();
                any |= how != Stopped.WAS_DOWN;
                switch (how) {
                    case WAS_DOWN -> {}
                    case BY_ITSELF -> terminal.line("  %-18s stopped".formatted(part.name()));
                    case BY_FORCE ->
                        terminal.line("  %-18s killed: it did not stop within %d s"
                                .formatted(
                                        part.name(),
                                        part.process().part().grace().toSeconds()));
                }
            }
            terminal.line(any ? "Everything is down. The data stays in " + settings.home() : "Nothing runs.");
        }
        return 0;
    }
}
