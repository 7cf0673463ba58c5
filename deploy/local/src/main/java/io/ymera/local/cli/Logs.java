package io.ymera.local.cli;

import io.ymera.local.platform.PlatformPart;
import io.ymera.local.platform.PlatformParts;
import io.ymera.local.process.LogTail;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "logs", description = "Shows the end of the logs.", mixinStandardHelpOptions = true)
final class Logs implements Callable<Integer> {

    private static final long POLL_MILLIS = 250;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", arity = "0..1", paramLabel = "SERVICE", description = "Whose log (default: all).")
    private @Nullable String service;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on showing what is written.")
    private boolean follow;

    @Option(
            names = {"-n", "--lines"},
            description = "How many lines of each (default: ${DEFAULT-VALUE}).",
            defaultValue = "50")
    private int lines = 50;

    @Override
    public Integer call() throws Exception {
        List<Source> sources = new ArrayList<>();
        for (PlatformPart part : chosen(new PlatformParts(Ymera.settings()).all())) {
            String prefix = service == null ? part.name() + " | " : "";
            Path log = part.process().log();
            LogTail.lines(log, lines).forEach(line -> System.out.println(prefix + line));
            sources.add(new Source(prefix, log));
        }
        while (follow) {
            for (Source source : sources) {
                source.printNew();
            }
            Thread.sleep(POLL_MILLIS);
        }
        return 0;
    }

    private List<PlatformPart> chosen(List<PlatformPart> parts) {
        if (service == null) {
            return parts;
        }
        Optional<PlatformPart> one =
                parts.stream().filter(part -> part.name().equals(service)).findFirst();
        if (one.isEmpty() && spec != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "There is no service '%s'. There are: %s"
                            .formatted(
                                    service,
                                    String.join(
                                            ", ",
                                            parts.stream()
                                                    .map(PlatformPart::name)
                                                    .toList())));
        }
        return one.stream().toList();
    }

    /** A log that is followed, by how much of it was shown. */
    private static final class Source {

        private final String prefix;
        private final Path log;
        private long shown;

        Source(String prefix, Path log) throws IOException {
            this.prefix = prefix;
            this.log = log;
            this.shown = Files.exists(log) ? Files.size(log) : 0;
        }

        void printNew() throws IOException {
            if (!Files.exists(log)) {
                return;
            }
            try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
                if (file.length() < shown) {
                    shown = 0; // a new file in its place
                }
                byte[] bytes = new byte[(int) Math.min(file.length() - shown, 1 << 20)];
                file.seek(shown);
                file.readFully(bytes);
                int end = lastLineEnd(bytes);
                shown += end;
                new String(bytes, 0, end, StandardCharsets.UTF_8)
                        .lines()
                        .forEach(line -> System.out.println(prefix + line));
            }
        }

        private static int lastLineEnd(byte[] bytes) {
            int end = bytes.length;
            while (end > 0 && bytes[end - 1] != '\n') {
                end--;
            }
            return end;
        }
    }
}
