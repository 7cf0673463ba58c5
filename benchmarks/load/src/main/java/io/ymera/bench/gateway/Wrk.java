package io.ymera.bench.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ymera.local.process.Programs;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * The load generator wrk: on each connection the next request when the last is answered.
 *
 * @param program wrk
 * @param script what it sends
 * @param tokens a file with whose tokens, one in each line
 * @param threads with an event loop each
 * @param connections of all threads together
 */
record Wrk(Path program, Path script, Path tokens, int threads, int connections) {

    private static final String SCRIPT = "wrk.lua";
    private static final String RESULT = "RESULT ";
    private static final double MICROS_PER_SECOND = 1e6;

    /** @throws IOException if wrk is missing; the message says how to get it */
    static Path installed() throws IOException {
        return Programs.onPath("wrk")
                .orElseThrow(() -> new IOException("wrk is missing. On Debian and Ubuntu: apt-get install wrk"));
    }

    /** Writes the script to {@code folder}. */
    static Wrk make(Path folder, Path tokens, int threads, int connections) throws IOException {
        Path script = folder.resolve(SCRIPT);
        try (InputStream resource = Objects.requireNonNull(Wrk.class.getResourceAsStream(SCRIPT))) {
            Files.write(script, resource.readAllBytes());
        }
        return new Wrk(installed(), script, tokens, threads, connections);
    }

    /**
     * What came back.
     *
     * @param requests how many were answered
     * @param micros how long it took
     * @param p50Micros of single answers
     * @param p99Micros of single answers
     * @param maxMicros of single answers
     * @param bytesEach of an answer with its headers, on average
     * @param badStatuses answers of 400 and above
     * @param broken connections and reads that failed, and answers that did not come in time
     */
    record Answers(
            long requests,
            long micros,
            long p50Micros,
            long p99Micros,
            long maxMicros,
            long bytesEach,
            long badStatuses,
            long broken) {

        /** From what wrk printed. */
        static Answers read(String output) throws IOException {
            String result = output.lines()
                    .filter(line -> line.startsWith(RESULT))
                    .findFirst()
                    .orElseThrow(() -> new IOException("wrk ended without a result: " + output.strip()));
            JsonNode values = new ObjectMapper().readTree(result.substring(RESULT.length()));
            long requests = values.path("requests").asLong();
            if (requests == 0) {
                throw new IOException("nothing was answered: " + output.strip());
            }
            return new Answers(
                    requests,
                    values.path("micros").asLong(),
                    values.path("p50").asLong(),
                    values.path("p99").asLong(),
                    values.path("max").asLong(),
                    values.path("bytes").asLong() / requests,
                    values.path("bad_statuses").asLong(),
                    values.path("broken").asLong());
        }

        double perSecond() {
            return requests * MICROS_PER_SECOND / micros;
        }

        /** What was no answer, or not the one that was asked for. */
        long errors() {
            return badStatuses + broken;
        }
    }

    Answers run(URI url, int seconds) throws IOException, InterruptedException {
        Process wrk = new ProcessBuilder(List.of(
                        program.toString(),
                        "--threads",
                        Integer.toString(threads),
                        "--connections",
                        Integer.toString(connections),
                        "--duration",
                        seconds + "s",
                        "--latency",
                        "--script",
                        script.toString(),
                        url.toString(),
                        "--",
                        tokens.toString()))
                .redirectErrorStream(true)
                .start();
        try {
            String output = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (wrk.waitFor() != 0) {
                throw new IOException("wrk failed: " + output.strip());
            }
            return Answers.read(output);
        } finally {
            wrk.destroy();
        }
    }
}
