package io.ymera.gateway.upstream;

import static io.ymera.gateway.upstream.TestUpstream.FAILURES;
import static io.ymera.gateway.upstream.TestUpstream.USUAL;
import static io.ymera.gateway.upstream.UpstreamFailuresTest.ask;
import static io.ymera.gateway.upstream.UpstreamFailuresTest.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The probe's clock is the test; that of the circuits stands still. */
class HealthProbeTest {

    private static final Origin.Behaviour WELL = (line, request) -> request.ok("fine");
    private static final Origin.Behaviour NOT_NOW =
            (line, request) -> request.say("HTTP/1.1 503 Not Now\r\nContent-Length: 0\r\n\r\n");

    private final Origin one = new Origin(WELL);
    private final Origin other = new Origin(WELL);
    private final TestUpstream config = USUAL.with("s", one.url(), other.url());
    private final Services services = new Services(config, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    private final Target atOne = services.named("s").targets().getFirst();
    private final TestGateway gateway = new TestGateway(config);
    private final HealthProbe probe = new HealthProbe(services, gateway.vertx(), config);

    HealthProbeTest() {
        gateway.put(services.named("s"));
    }

    @AfterEach
    void close() {
        probe.stop();
        gateway.close();
        one.close();
        other.close();
    }

    @Test
    void oneThatSaysNoIsLeftOutWithoutAnError() throws IOException {
        one.health(NOT_NOW);
        askUntil(false);

        for (int i = 0; i < 50; i++) {
            assertThat(ask(gateway, "POST", "/s")).startsWith("HTTP/1.1 200");
        }

        assertThat(one.received()).isEmpty();
        assertThat(services.up()).containsEntry("s", true);
        one.health(WELL);
        askUntil(true);
        for (int i = 0; i < 50; i++) {
            assertThat(ask(gateway, "POST", "/s")).startsWith("HTTP/1.1 200");
        }
        assertThat(one.received()).isNotEmpty();
    }

    @Test
    void ifAllSayNoTheyAreAskedAllTheSame() throws IOException {
        one.health(NOT_NOW);
        other.health(NOT_NOW);
        await(() -> {
            probe.tick();
            return !services.named("s").isUp();
        });

        assertThat(ask(gateway, "POST", "/s")).startsWith("HTTP/1.1 200");
    }

    @Test
    void oneThatIsShutOutIsTriedAsSoonAsItIsWell() throws IOException {
        other.close();
        one.become((line, request) -> request.hangUp());
        one.health((line, request) -> request.hangUp());
        for (int i = 0; i < 3 * FAILURES; i++) {
            ask(gateway, "POST", "/s");
        }
        probe.tick();
        assertThat(ask(gateway, "POST", "/s")).startsWith("HTTP/1.1 503").contains("Retry-After: 1");

        one.become(WELL);
        one.health(WELL);
        await(() -> {
            probe.tick();
            return atOne.breaker().admits();
        });

        assertThat(ask(gateway, "POST", "/s")).startsWith("HTTP/1.1 200");
        assertThat(atOne.breaker().state()).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    /** Nobody has to ask it for something before we know. */
    @Test
    void aServiceOfWhichNoneAnswersIsNotUp() throws IOException {
        one.close();
        other.close();

        await(() -> {
            probe.tick();
            return !services.named("s").isUp();
        });

        assertThat(services.up()).containsEntry("s", false);
    }

    @Test
    void anAnswerThatNeverEndsIsNotWaitedFor() {
        CountDownLatch asked = new CountDownLatch(1);
        one.health((line, request) -> {
            request.say("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n");
            asked.countDown();
            new CountDownLatch(1).await();
        });
        probe.tick();
        await(() -> asked.getCount() == 0);

        one.health(NOT_NOW);

        askUntil(false);
    }

    private void askUntil(boolean ready) {
        await(() -> {
            probe.tick();
            return atOne.isReady() == ready;
        });
    }
}
