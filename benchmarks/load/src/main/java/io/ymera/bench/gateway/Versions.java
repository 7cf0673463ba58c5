package io.ymera.bench.gateway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Of the programs that are not ours. */
final class Versions {

    private static final Pattern VERSION = Pattern.compile("\\d+(\\.\\d+)+\\S*");

    private Versions() {}

    /** @throws IOException if it is missing; the message says how to get it */
    static String nginx() throws IOException, InterruptedException {
        return firstIn(NginxPart.installed());
    }

    /** @throws IOException if it is missing; the message says how to get it */
    static String wrk() throws IOException, InterruptedException {
        return firstIn(Wrk.installed());
    }

    /** Both print it to {@code -v}, wrk with an exit code that says otherwise. */
    private static String firstIn(Path program) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(program.toString(), "-v")
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        Matcher version = VERSION.matcher(output);
        return version.find() ? version.group() : "unknown";
    }
}
