package io.ymera.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** JSONTestSuite and the Big List of Naughty Strings, and how they are sent. */
final class Hostile {

    static final Path CHECKOUT = Path.of(System.getProperty("ymera.checkout", ".."));
    private static final Path DATA = CHECKOUT.resolve("auth-service/src/test/resources");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int AT_A_TIME = 8;

    private Hostile() {}

    /** @param name begins with {@code y_} for JSON, {@code n_} for what is none, {@code i_} for what may be either */
    record Document(String name, byte[] content) {}

    static List<Document> documents() throws IOException {
        try (Stream<String> lines = Files.lines(DATA.resolve("json-test-suite/cases.tsv"))) {
            Stream<Document> listed = lines.map(line -> line.split("\t", -1))
                    .map(parts -> new Document(parts[0], Base64.getDecoder().decode(parts[1])));
            return Stream.concat(listed, deep()).toList();
        }
    }

    private static Stream<Document> deep() {
        return Stream.of(
                new Document(
                        "n_structure_100000_opening_arrays", "[".repeat(100_000).getBytes(UTF_8)),
                new Document(
                        "n_structure_open_array_object",
                        "[{\"\":".repeat(50_000).getBytes(UTF_8)));
    }

    /** Every {@code nth} string. */
    static List<String> naughty(int nth) throws IOException {
        String[] all = JSON.readValue(DATA.resolve("blns/blns.json").toFile(), String[].class);
        return IntStream.iterate(0, i -> i < all.length, i -> i + nth)
                .mapToObj(i -> all[i])
                .toList();
    }

    /** Runs {@code requests} a few at a time, and prints how often each status came. */
    static void run(String what, List<Callable<Integer>> requests) throws Exception {
        Map<Integer, Integer> counts = new TreeMap<>();
        try (ExecutorService some =
                Executors.newFixedThreadPool(AT_A_TIME, Thread.ofVirtual().factory())) {
            for (Future<Integer> status : some.invokeAll(requests)) {
                counts.merge(status.get(), 1, Integer::sum);
            }
        }
        System.out.println(what + ": " + counts);
    }
}
