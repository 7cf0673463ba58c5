package io.ymera.gateway.upstream;

import static io.ymera.gateway.upstream.TestUpstream.USUAL;
import static io.ymera.gateway.upstream.UpstreamFailuresTest.ask;
import static org.assertj.core.api.Assertions.assertThat;

import io.ymera.gateway.RawHttp;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who reads slowly slows down whoever writes to it, and nobody else; and what has not been read waits there and not with us. */
class SlowReadersTest {

    private static final int MIB = 1024 * 1024;
    /** What the buffers of four sockets hold, and a little; what we hold is some chunks. */
    private static final long MOST_UNDER_WAY = 48L * MIB;

    private static final long LARGE = 512L * MIB;
    private static final int OTHERS = 100;

    private final TestGateway gateway = new TestGateway(USUAL, Instant::now, Long.MAX_VALUE);
    private final AtomicLong sent = new AtomicLong();
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final Origin large = new Origin(this::serveLarge);
    private final Origin small = new Origin((line, request) -> request.ok("fine"));

    @BeforeEach
    void services() {
        gateway.service("large", large.url());
        gateway.service("small", small.url());
    }

    @AfterEach
    void close() {
        goOn.countDown();
        gateway.close();
        large.close();
        small.close();
    }

    /** Sends much, or takes much when it may. */
    private void serveLarge(String line, Origin.Exchange request) throws Exception {
        byte[] chunk = new byte[64 * 1024];
        if (line.startsWith("GET")) {
            request.say("HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n".formatted(LARGE));
            while (sent.get() < LARGE) {
                request.out().write(chunk);
                sent.addAndGet(chunk.length);
            }
        } else {
            goOn.await();
            long left = request.length();
            while (left > 0) {
                left -= request.in().readNBytes(chunk, 0, (int) Math.min(left, chunk.length));
            }
            request.say("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        }
    }

    @Test
    void aClientThatDoesNotRead() throws IOException {
        try (RawHttp http = new RawHttp(gateway.url())) {
            http.send("GET /large HTTP/1.1\r\nHost: g\r\n\r\n");

            awaitStandstillWhileOthersGoOn();

            assertThat(sent.get()).isLessThan(MOST_UNDER_WAY);
            assertThat(http.skip()).as("and in the end it has all").isEqualTo(LARGE);
        }
    }

    @Test
    void aServiceThatDoesNotRead() throws IOException {
        try (RawHttp http = new RawHttp(gateway.url())) {
            http.send("POST /large HTTP/1.1\r\nHost: g\r\nContent-Length: %d\r\n\r\n".formatted(LARGE));
            Thread.ofVirtual().start(() -> upload(http));

            awaitStandstillWhileOthersGoOn();

            assertThat(sent.get()).isLessThan(MOST_UNDER_WAY);
            goOn.countDown();
            assertThat(http.answer()).startsWith("HTTP/1.1 200");
            assertThat(sent.get()).isEqualTo(LARGE);
        }
    }

    private void upload(RawHttp http) {
        byte[] chunk = new byte[64 * 1024];
        try {
            while (sent.get() < LARGE && http.send(chunk)) {
                sent.addAndGet(chunk.length);
            }
        } catch (IOException e) {
            // then not all of it has been sent
        }
    }

    /** Nothing more is sent while many others are answered. */
    private void awaitStandstillWhileOthersGoOn() throws IOException {
        long before;
        do {
            before = sent.get();
            for (int i = 0; i < OTHERS; i++) {
                assertThat(ask(gateway, "POST", "/small")).startsWith("HTTP/1.1 200");
            }
        } while (before == 0 || sent.get() > before);
    }
}
