package io.ymera.bench.measure;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Where JVMs spend CPU time: per thread, from /proc; per method, from JFR's CPU-time samples (JEP 509). */
public final class JvmProfile {

    private static final int TOP = 15;
    private static final double TICKS_PER_SECOND = 100;

    private final Map<String, ProcessHandle> jvms;
    private final Path folder;
    private final Map<String, Map<String, Double>> threadsBefore = new HashMap<>();

    private JvmProfile(Map<String, ProcessHandle> jvms, Path folder) {
        this.jvms = new LinkedHashMap<>(jvms);
        this.folder = folder;
    }

    /**
     * What was seen of one process.
     *
     * @param threads seconds of CPU by threads with the same name but for numbers
     * @param samples how many samples the rest is of
     * @param libraries per cent of the samples by the library of the innermost frame that is not the JDK's
     * @param ours per cent of the samples by the innermost frame that is YMERA's
     * @param frames per cent of the samples by the innermost frame
     */
    public record OfProcess(
            Map<String, Double> threads,
            long samples,
            Map<String, Double> libraries,
            Map<String, Double> ours,
            Map<String, Double> frames) {}

    /**
     * Begins to record.
     *
     * @param jvms by their names
     * @param folder where recordings are kept, as {@code NAME.jfr}
     */
    public static JvmProfile start(Map<String, ProcessHandle> jvms, Path folder)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        JvmProfile profile = new JvmProfile(jvms, folder);
        for (Map.Entry<String, ProcessHandle> jvm : jvms.entrySet()) {
            Jcmd.run(
                    jvm.getValue(),
                    "JFR.start",
                    "name=bench",
                    "settings=default",
                    "jdk.CPUTimeSample#enabled=true",
                    "jdk.CPUTimeSample#throttle=10ms");
            profile.threadsBefore.put(jvm.getKey(), threads(jvm.getValue()));
        }
        return profile;
    }

    /** Ends the recordings. */
    public Map<String, OfProcess> stop() throws IOException, InterruptedException {
        Map<String, OfProcess> processes = new LinkedHashMap<>();
        for (Map.Entry<String, ProcessHandle> jvm : jvms.entrySet()) {
            Map<String, Double> threads = threads(jvm.getValue());
            threadsBefore
                    .getOrDefault(jvm.getKey(), Map.of())
                    .forEach((name, seconds) ->
                            threads.computeIfPresent(name, (same, now) -> Math.round((now - seconds) * 100) / 100.0));
            threads.values().removeIf(seconds -> seconds < 0.01);
            Path file = folder.resolve(jvm.getKey() + ".jfr");
            Jcmd.run(jvm.getValue(), "JFR.stop", "name=bench", "filename=" + file);
            Samples samples = Samples.read(file);
            processes.put(
                    jvm.getKey(),
                    new OfProcess(
                            Samples.largest(threads, TOP),
                            samples.count(),
                            samples.libraries(TOP),
                            samples.ours(TOP),
                            samples.frames(TOP)));
        }
        return processes;
    }

    /** By name without numbers: threads of a pool are one. Those that have ended are not seen. */
    private static Map<String, Double> threads(ProcessHandle process) throws IOException {
        Map<String, Double> threads = new TreeMap<>();
        try (DirectoryStream<Path> tasks =
                Files.newDirectoryStream(Path.of("/proc", Long.toString(process.pid()), "task"))) {
            for (Path task : tasks) {
                try {
                    String stat = Files.readString(task.resolve("stat"));
                    int end = stat.lastIndexOf(')');
                    String name = stat.substring(stat.indexOf('(') + 1, end).replaceAll("[-#_ 0-9]+$", "");
                    String[] fields = stat.substring(end + 2).split(" ", -1);
                    double seconds = (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
                    threads.merge(name, seconds, Double::sum);
                } catch (IOException e) {
                    // it ended meanwhile
                }
            }
        }
        return threads;
    }

    /** For a person. */
    public static String describe(Map<String, OfProcess> processes) {
        StringBuilder text = new StringBuilder();
        processes.forEach((name, process) -> {
            text.append("%n%s%n".formatted(name));
            section(text, "threads, seconds of CPU", process.threads());
            if (process.samples() > 0) {
                section(text, "libraries, % of " + process.samples() + " samples", process.libraries());
                section(text, "for whom (innermost frame of ours), %", process.ours());
                section(text, "innermost frames, %", process.frames());
            }
        });
        return text.toString();
    }

    private static void section(StringBuilder text, String title, Map<String, Double> values) {
        text.append("  %s%n".formatted(title));
        values.forEach((name, value) -> text.append(String.format(Locale.ROOT, "  %9.2f  %s%n", value, name)));
    }
}
