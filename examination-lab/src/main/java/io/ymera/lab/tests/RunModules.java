package io.ymera.lab.tests;

import io.ymera.lab.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs the tests of a project that has several modules, each in a process of its own, in its own folder and with its own class
 * path, one after the other, and tells of them as of one. The key that it was given stays here: each process gets another.
 *
 * <pre>java -p LAB -m io.ymera.lab/io.ymera.lab.tests.RunModules MODULES.json &lt; JOB.json 3&gt; REPORT</pre>
 */
public final class RunModules {

    private static final Set<String> SUMMED =
            Set.of("tests", "failed", "errors", "skipped", "xfailed", "xpassed", "expected", "not_run", "seconds");

    private static final int FORGERY = 200;
    private static final int MAX_FORGERIES = 5;

    private final SecureRandom random = new SecureRandom();
    private final Channel channel;
    private final Map<String, @Nullable Object> job;
    private final Map<String, List<Object>> controls = new LinkedHashMap<>();
    private final Map<String, Double> totals = new LinkedHashMap<>();
    private int forgeries;
    private boolean ended;

    private RunModules(Channel channel, Map<String, @Nullable Object> job) {
        this.channel = channel;
        this.job = job;
    }

    /** Ends with the status of the first process that did not come to its end. */
    public static void main(String[] args) throws Exception {
        Map<String, @Nullable Object> job =
                object(Json.read(new String(System.in.readAllBytes(), StandardCharsets.UTF_8)));
        List<?> modules = (List<?>) Json.read(Files.readString(Path.of(args[0])));
        if (modules == null) {
            throw new IllegalArgumentException("There is no list of modules");
        }
        Channel channel = Channel.open(String.valueOf(job.get("key")));
        System.exit(new RunModules(channel, job).run(modules));
    }

    private int run(List<?> modules) throws IOException, InterruptedException, GeneralSecurityException {
        channel.send("start", "framework", "junit");
        for (Object each : modules) {
            Map<String, @Nullable Object> module = object(each);
            int status = run(Job.texts(module.get("argv")), Path.of(String.valueOf(module.get("folder"))));
            if (!ended || status != 0) {
                return status;
            }
        }
        controls.forEach((id, outcomes) -> {
            // One that a module has not told of is not told of at all, and is missed
            if (outcomes.size() == modules.size()) {
                outcomes.forEach(outcome -> channel.send("control", "id", id, "outcome", outcome));
            }
        });
        Map<String, Number> sums = new LinkedHashMap<>();
        totals.forEach((name, sum) -> sums.put(name, name.equals("seconds") ? (Number) sum : (Number) sum.intValue()));
        channel.send("end", "totals", sums);
        return 0;
    }

    private int run(List<String> argv, Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        byte[] key = new byte[32];
        random.nextBytes(key);
        Map<String, @Nullable Object> part = new HashMap<>(job);
        part.put("key", HexFormat.of().formatHex(key));
        Process process = new ProcessBuilder(argv)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        ended = false;
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(Json.write(part).getBytes(StandardCharsets.UTF_8));
        }
        SealedLines lines = new SealedLines(key);
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                @Nullable String json = lines.open(line);
                if (json != null) {
                    pass(json, object(Json.read(json)));
                } else if (++forgeries <= MAX_FORGERIES) {
                    channel.send(
                            "incident",
                            "kind",
                            "forged_report",
                            "text",
                            "A line without the runner's seal: " + line.substring(0, Math.min(FORGERY, line.length())));
                }
            }
        }
        return process.waitFor();
    }

    private void pass(String json, Map<String, @Nullable Object> event) {
        switch (String.valueOf(event.get("event"))) {
            case "start" -> {
                // How many there are is told at the end
            }
            case "control" ->
                controls.computeIfAbsent(String.valueOf(event.get("id")), id -> new ArrayList<>())
                        .add(String.valueOf(event.get("outcome")));
            case "end" -> {
                ended = true;
                object(event.get("totals")).forEach((name, value) -> {
                    if (SUMMED.contains(name) && value instanceof Number number) {
                        totals.merge(name, number.doubleValue(), Double::sum);
                    }
                });
            }
            default -> channel.pass(json);
        }
    }

    @SuppressWarnings("unchecked") // So the reader makes objects
    private static Map<String, @Nullable Object> object(@Nullable Object json) {
        if (json instanceof Map<?, ?> object) {
            return (Map<String, @Nullable Object>) object;
        }
        throw new IllegalArgumentException("No object: " + json);
    }
}
