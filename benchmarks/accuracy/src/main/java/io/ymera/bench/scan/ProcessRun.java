package io.ymera.bench.scan;

import io.ymera.bench.measure.CpuTime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A process that was run to its end.
 *
 * @param seconds from its start to its end
 * @param cpuSeconds of all its threads, the compiler's and the collector's too; up to 20 ms at its end are missed
 * @param peakMiB the most memory that it had at a time, as the kernel counts it
 */
record ProcessRun(int exitCode, double seconds, double cpuSeconds, double peakMiB) {

    private static final int MILLISECONDS = 20;
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");

    /**
     * Runs it.
     *
     * @param input goes to its standard input
     * @param output takes its standard output
     * @param errors takes its standard error
     */
    static ProcessRun of(List<String> command, String input, Path output, Path errors)
            throws IOException, InterruptedException {
        Path in = Files.createTempFile("input", ".json");
        try {
            Files.writeString(in, input);
            long begin = System.nanoTime();
            Process process = new ProcessBuilder(command)
                    .redirectInput(in.toFile())
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile())
                    .start();
            double cpu = 0;
            double peak = 0;
            while (!process.waitFor(MILLISECONDS, TimeUnit.MILLISECONDS)) {
                cpu = Math.max(
                        cpu,
                        CpuTime.now(Map.of("it", process.toHandle()))
                                .byProcess()
                                .getOrDefault("it", 0.0));
                peak = Math.max(peak, peak(process.pid()));
            }
            return new ProcessRun(process.exitValue(), (System.nanoTime() - begin) / 1e9, cpu, peak);
        } finally {
            Files.delete(in);
        }
    }

    private static double peak(long pid) {
        try {
            String status = Files.readString(Path.of("/proc", Long.toString(pid), "status"), StandardCharsets.UTF_8);
            Matcher matcher = PEAK.matcher(status);
            return matcher.find() ? Long.parseLong(matcher.group(1)) / 1024.0 : 0;
        } catch (IOException e) {
            // It has just ended
            return 0;
        }
    }
}
