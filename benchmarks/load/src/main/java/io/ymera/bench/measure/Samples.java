package io.ymera.bench.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordingFile;

/** The CPU-time samples of a recording, counted by where the program was. */
final class Samples {

    private static final String OURS = "io.ymera.";
    private static final Pattern JDK = Pattern.compile("(java|javax|jdk|sun|com\\.sun)\\..*");

    /** Libraries whose first two words say too little. */
    private static final List<String> DEEPER =
            List.of("io.quarkus", "org.apache", "io.vertx", "org.jboss", "io.smallrye");

    private final Map<String, Long> libraries = new HashMap<>();
    private final Map<String, Long> ours = new HashMap<>();
    private final Map<String, Long> frames = new HashMap<>();
    private long count;

    private Samples() {}

    static Samples read(Path recording) throws IOException {
        Samples samples = new Samples();
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                if (event.getEventType().getName().equals("jdk.CPUTimeSample") && event.getStackTrace() != null) {
                    samples.add(event.getStackTrace().getFrames());
                }
            }
        }
        return samples;
    }

    private void add(List<RecordedFrame> stack) {
        if (stack.isEmpty()) {
            return;
        }
        count++;
        frames.merge(name(stack.getFirst()), 1L, Long::sum);
        String library = stack.stream()
                .map(frame -> frame.getMethod().getType().getName())
                .filter(type -> !JDK.matcher(type).matches())
                .findFirst()
                .map(Samples::library)
                .orElse("JDK only");
        libraries.merge(library, 1L, Long::sum);
        String own = stack.stream()
                .filter(frame -> frame.getMethod().getType().getName().startsWith(OURS))
                .findFirst()
                .map(Samples::name)
                .orElse("nobody");
        ours.merge(own, 1L, Long::sum);
    }

    private static String library(String type) {
        String[] words = type.split("\\.");
        int depth = type.startsWith(OURS)
                ? words.length - 1
                : DEEPER.stream().anyMatch(prefix -> type.startsWith(prefix + ".")) ? 4 : 3;
        return String.join(".", List.of(words).subList(0, Math.min(depth, words.length - 1)));
    }

    /** Without what the compiler added: lambdas count for the method that they stand in. */
    private static String name(RecordedFrame frame) {
        RecordedMethod method = frame.getMethod();
        String type = method.getType().getName().replaceFirst("\\$\\$Lambda.*", "");
        String name = method.getName().replaceFirst("lambda\\$(\\w+)\\$\\d+", "$1");
        String[] words = type.split("\\.");
        int from = Math.max(0, words.length - 2);
        return String.join(".", List.of(words).subList(from, words.length)) + "." + name;
    }

    long count() {
        return count;
    }

    Map<String, Double> libraries(int most) {
        return perCent(libraries, most);
    }

    Map<String, Double> ours(int most) {
        return perCent(ours, most);
    }

    Map<String, Double> frames(int most) {
        return perCent(frames, most);
    }

    private Map<String, Double> perCent(Map<String, Long> counted, int most) {
        Map<String, Double> shares = new HashMap<>();
        counted.forEach((name, samples) -> shares.put(name, Math.round(samples * 1000.0 / count) / 10.0));
        return largest(shares, most);
    }

    /** The largest first. */
    static Map<String, Double> largest(Map<String, Double> values, int most) {
        Map<String, Double> sorted = new LinkedHashMap<>();
        values.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(most)
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }
}
