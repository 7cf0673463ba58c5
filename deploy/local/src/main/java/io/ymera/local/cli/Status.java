package io.ymera.local.cli;

import io.ymera.local.platform.PlatformPart;
import io.ymera.local.platform.PlatformParts;
import io.ymera.local.process.PartProcess.State;
import io.ymera.local.process.ResidentMemory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "status",
        description = "Shows what runs; the exit code is 0 if everything is ready, else 3.",
        mixinStandardHelpOptions = true)
final class Status implements Callable<Integer> {

    private static final String ROW = "%-18s %-8s %-6s %-9s %-11s %s%n";

    @Override
    public Integer call() throws Exception {
        List<PlatformPart> parts = new PlatformParts(Ymera.settings()).all();
        List<State> states =
                parts.parallelStream().map(part -> part.process().state()).toList();
        StringBuilder table =
                new StringBuilder(String.format(Locale.ROOT, ROW, "part", "pid", "port", "state", "uptime", "memory"));
        long total = 0;
        for (int i = 0; i < parts.size(); i++) {
            Optional<ProcessHandle> process = parts.get(i).process().process();
            long bytes = process.map(ResidentMemory::of).orElse(0L);
            total += bytes;
            table.append(String.format(
                    Locale.ROOT,
                    ROW,
                    parts.get(i).name(),
                    process.map(running -> Long.toString(running.pid())).orElse("-"),
                    parts.get(i).process().part().port(),
                    states.get(i).name().toLowerCase(Locale.ROOT),
                    process.flatMap(running -> running.info().startInstant())
                            .map(Status::uptime)
                            .orElse("-"),
                    process.isPresent() ? megabytes(bytes) : "-"));
        }
        table.append(String.format(Locale.ROOT, ROW, "", "", "", "", "", megabytes(total)));
        System.out.print(table);
        return states.stream().allMatch(State.READY::equals) ? 0 : 3;
    }

    private static String uptime(Instant start) {
        Duration time = Duration.between(start, Instant.now());
        return time.toHours() > 0
                ? "%d h %d min".formatted(time.toHours(), time.toMinutesPart())
                : time.toMinutes() > 0
                        ? "%d min %d s".formatted(time.toMinutes(), time.toSecondsPart())
                        : "%d s".formatted(Math.max(0, time.toSeconds()));
    }

    private static String megabytes(long bytes) {
        return "%d MiB".formatted(bytes >> 20);
    }
}
