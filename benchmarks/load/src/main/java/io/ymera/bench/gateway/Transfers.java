package io.ymera.bench.gateway;

import io.ymera.bench.measure.JvmMemory;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bodies that are larger than the gateway's memory, in both directions, and those who take theirs slowly. */
final class Transfers {

    private static final int CHUNK_BYTES = 64 * 1024;
    private static final int SLOW_READERS = 8;
    private static final long SLOW_BYTES = 1L << 30;
    private static final int OK = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final ProcessHandle gateway;
    private final URI url;
    private final String downloadPath;
    private final String uploadPath;
    private final String token;
    private final Console console;

    /** @param url where the gateway is */
    Transfers(ProcessHandle gateway, URI url, String downloadPath, String uploadPath, String token, Console console) {
        this.gateway = gateway;
        this.url = url;
        this.downloadPath = downloadPath;
        this.uploadPath = uploadPath;
        this.token = token;
        this.console = console;
    }

    /**
     * One transfer.
     *
     * @param bytes of the body
     * @param seconds it took, with the gateway's memory looked at meanwhile
     * @param peak growth at the most of what the gateway holds
     */
    record Transfer(long bytes, double seconds, JvmMemory peak) {}

    /**
     * What was seen; a direction that the gateway refuses is left out.
     *
     * @param alone small answers, with nothing else going on
     * @param besideSlowReaders small answers, while others read large ones slowly
     * @param slowReaders how many
     * @param slowReadersPeak growth at the most of what the gateway holds with those
     */
    record Result(
            @Nullable Transfer download,
            @Nullable Transfer upload,
            SmallAnswers alone,
            SmallAnswers besideSlowReaders,
            int slowReaders,
            JvmMemory slowReadersPeak) {

        boolean isGood() {
            return alone.errors() == 0 && besideSlowReaders.errors() == 0;
        }
    }

    /**
     * Measures both directions, and slow readers.
     *
     * @param wrk asks for small answers
     * @param rounds how often they are asked for alone and beside slow readers, in turn
     * @param seconds how long each time
     */
    Result measure(ByteSize size, Wrk wrk, int warmUp, int rounds, int seconds)
            throws IOException, InterruptedException {
        URI small = url.resolve("/tasks");
        wrk.run(small, warmUp);
        Transfer down = transfer("download", size, () -> download(large(size.bytes())));
        Transfer up = transfer("upload", size, () -> upload(size.bytes()));
        List<Wrk.Answers> alone = new ArrayList<>();
        List<Wrk.Answers> beside = new ArrayList<>();
        JvmMemory before = JvmMemory.of(gateway);
        JvmMemory peak = before;
        for (int round = 0; round < rounds; round++) {
            alone.add(wrk.run(small, seconds));
            try (SlowReaders readers = new SlowReaders(large(SLOW_BYTES), token, SLOW_READERS)) {
                beside.add(wrk.run(small, seconds));
                peak = peak.max(JvmMemory.of(gateway));
                readers.requireAlive();
            }
        }
        JvmMemory growth = peak.since(before);
        Result result = new Result(down, up, SmallAnswers.of(alone), SmallAnswers.of(beside), SLOW_READERS, growth);
        console.line("alone          %s", result.alone());
        console.line("beside slow    %s", result.besideSlowReaders());
        console.line("slow readers   %d; for them the gateway held %s more", SLOW_READERS, Console.memory(growth));
        return result;
    }

    private URI large(long bytes) {
        return url.resolve("%s?bytes=%d".formatted(downloadPath, bytes));
    }

    private interface Work {
        /** The bytes that came through, or the status of the refusal, negated. */
        long run() throws IOException, InterruptedException;
    }

    private @Nullable Transfer transfer(String what, ByteSize size, Work work)
            throws IOException, InterruptedException {
        JvmMemory before = JvmMemory.of(gateway);
        long start = System.nanoTime();
        MemoryWatch.Watched<Long> watched = MemoryWatch.during(gateway, work::run);
        double seconds = Math.round((System.nanoTime() - start) / 1e7) / 100.0;
        if (watched.done() < 0) {
            console.line("%-14s not measured: it is refused with %d", what, -watched.done());
            return null;
        }
        if (watched.done() != size.bytes()) {
            throw new IOException("%s: %d of %d bytes came through".formatted(what, watched.done(), size.bytes()));
        }
        Transfer transfer = new Transfer(size.bytes(), seconds, watched.peak().since(before));
        console.line(
                "%-14s %d MiB in %.1f s; the gateway held %s more",
                what, size.bytes() >> 20, seconds, Console.memory(transfer.peak()));
        return transfer;
    }

    private long download(URI from) throws IOException, InterruptedException {
        try (HttpClient http = client()) {
            HttpResponse<InputStream> answer =
                    http.send(request(from).build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                if (answer.statusCode() != OK) {
                    return -answer.statusCode();
                }
                byte[] chunk = new byte[CHUNK_BYTES];
                long bytes = 0;
                for (int read = body.read(chunk); read >= 0; read = body.read(chunk)) {
                    bytes += read;
                }
                return bytes;
            }
        }
    }

    private long upload(long bytes) throws IOException, InterruptedException {
        try (HttpClient http = client()) {
            HttpRequest request = request(url.resolve(uploadPath))
                    .POST(HttpRequest.BodyPublishers.fromPublisher(
                            HttpRequest.BodyPublishers.ofInputStream(() -> new Zeros(bytes)), bytes))
                    .build();
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                return -answer.statusCode();
            }
            return Long.parseLong(answer.body().replaceAll("\\D", ""));
        }
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    private HttpRequest.Builder request(URI to) {
        return HttpRequest.newBuilder(to)
                .header("Authorization", "Bearer " + token)
                .timeout(PATIENCE);
    }
}
