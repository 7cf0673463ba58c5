package io.ymera.bench.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What the measurements were made on.
 *
 * @param loadBefore the load average over a minute before anything was started; well above zero, others were at work too
 */
public record Machine(
        String cpu, int cores, long memoryMiB, String kernel, String jdk, String fileSystem, double loadBefore) {

    public static Machine describe(String fileSystem, double loadBefore) throws IOException {
        return new Machine(
                field("/proc/cpuinfo", "model name"),
                Runtime.getRuntime().availableProcessors(),
                Long.parseLong(field("/proc/meminfo", "MemTotal").replaceAll("\\D", "")) / 1024,
                Files.readString(Path.of("/proc/sys/kernel/osrelease")).strip(),
                System.getProperty("java.vm.vendor") + " " + System.getProperty("java.vm.version"),
                fileSystem,
                loadBefore);
    }

    public static double load() throws IOException {
        return Double.parseDouble(Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
    }

    private static String field(String file, String name) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(name))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElse("unknown");
        }
    }

    /** The commit that is measured, with {@code +} if files differ from it. */
    public static String commit(Path checkout) throws IOException, InterruptedException {
        String commit = git(checkout, "rev-parse", "--short=12", "HEAD");
        return git(checkout, "status", "--porcelain", "--untracked-files=no").isEmpty() ? commit : commit + "+";
    }

    private static String git(Path checkout, String... arguments) throws IOException, InterruptedException {
        String[] command = Stream.concat(Stream.of("git", "-C", checkout.toString()), Stream.of(arguments))
                .toArray(String[]::new);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return process.waitFor() == 0 ? output : "";
    }
}
