package io.ymera.gateway.door;

import static io.ymera.gateway.EchoUpstream.ID;
import static io.ymera.gateway.EchoUpstream.MODE;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.ymera.gateway.RawHttp;
import io.ymera.gateway.Upstream;
import io.ymera.gateway.door.Doors.OpenDoor;
import io.ymera.testkit.TokenIssuer;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Clients that take their time, or leave in the middle. */
@QuarkusTest
class SlowClientResourceTest {

    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final int MANY = 1_000;

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    Doors doors;

    private final String id = UUID.randomUUID().toString();

    @Test
    void aConnectionWithoutARequestIsClosed() throws IOException {
        try (OpenDoor door = impatient();
                RawHttp http = new RawHttp(door.url())) {
            assertThat(http.rest()).isEmpty();
        }
    }

    @Test
    void aHeadThatDripsInIsNotWaitedFor() throws IOException {
        try (OpenDoor door = impatient();
                RawHttp http = new RawHttp(door.url())) {
            http.send("GET /tasks HTTP/1.1\r\nHost: gateway\r\nX: ");
            int sent = 0;
            while (!http.isClosedWithin(Duration.ofMillis(20)) && sent < MANY) {
                http.send("x");
                sent++;
            }

            assertThat(sent).isLessThan(MANY);
        }
    }

    @Test
    void aConnectionThatIsNotUsedAnyMoreIsClosed() throws IOException {
        try (OpenDoor door = impatientBetween();
                RawHttp http = new RawHttp(door.url())) {
            http.send(head("GET /tasks", "") + "\r\n");
            assertThat(http.answer()).startsWith("HTTP/1.1 201");

            assertThat(http.isClosed()).isTrue();
        }
    }

    @Test
    void theFirstRequestUnderWayIsNotClosedByItsDeadline() {
        try (OpenDoor door = impatient()) {
            // Again if this test was too slow with its head. The service's time is longer than the deadline
            Upstream.await(() -> isTimedOut(door));
        }
    }

    @Test
    void anotherRequestUnderWayIsNotClosedByItsDeadline() throws IOException {
        try (OpenDoor door = impatientBetween();
                RawHttp http = new RawHttp(door.url())) {
            http.send(head("GET /tasks", "") + "\r\n" + head("GET /tasks", "silence") + "\r\n");

            assertThat(http.answer()).startsWith("HTTP/1.1 201");
            assertThat(http.answer()).startsWith("HTTP/1.1 504");
        }
    }

    @Test
    void aBodyThatDoesNotComeIsNotWaitedFor() throws IOException {
        try (OpenDoor door = usual();
                RawHttp http = new RawHttp(door.url())) {
            http.send(head("POST /tasks", "") + "Content-Length: 5\r\n\r\nhel");

            assertThat(http.answer()).startsWith("HTTP/1.1 408").contains("\"code\":\"request_timeout\"");
        }
        assertThat(Upstream.completed()).doesNotContain(id);
    }

    @Test
    void aConnectionOnWhichNothingHappensIsClosed() throws IOException {
        try (OpenDoor door = doors.open(config -> config.withDeadlines(LONG, LONG, SHORT));
                RawHttp http = new RawHttp(door.url())) {
            http.send("GET /tasks HTTP/1.1\r\n");

            assertThat(http.isClosed()).isTrue();
        }
    }

    @Test
    void aClientThatHasSaidAllStillGetsItsAnswer() throws IOException {
        try (OpenDoor door = usual();
                RawHttp http = new RawHttp(door.url())) {
            http.send(head("GET /tasks", "") + "Connection: close\r\n\r\n");

            assertThat(http.answer()).startsWith("HTTP/1.1 201");
            assertThat(http.isClosed()).isTrue();
        }
    }

    @Test
    void aClientThatVanishesInItsBodyLeavesNothing() throws IOException {
        try (OpenDoor door = usual();
                RawHttp http = new RawHttp(door.url())) {
            http.send(head("POST /tasks", "") + "Content-Length: 1000\r\n\r\nhel");
            Upstream.await(() -> doors.requestsUnderWay() == 1);

            http.reset();

            Upstream.await(() -> doors.requestsUnderWay() == 0);
            assertThat(Upstream.completed()).doesNotContain(id);
        }
    }

    @Test
    void aClientThatEndsItsOutputInItsBodyLeavesNothing() throws IOException {
        try (OpenDoor door = usual();
                RawHttp http = new RawHttp(door.url())) {
            http.send(head("POST /tasks", "") + "Content-Length: 1000\r\n\r\nhel");
            Upstream.await(() -> doors.requestsUnderWay() == 1);

            http.endOutput();

            Upstream.await(() -> doors.requestsUnderWay() == 0);
            assertThat(Upstream.completed()).doesNotContain(id);
        }
    }

    @Test
    void theServiceHearsThatAClientHasVanished() throws IOException {
        try (OpenDoor door = usual();
                RawHttp http = new RawHttp(door.url())) {
            http.send(head("GET /tasks", "silence") + "\r\n");
            Upstream.awaitCompleted(id + " arrived");

            http.reset();

            Upstream.awaitCompleted(id + " gone");
            Upstream.await(() -> doors.requestsUnderWay() == 0);
        }
    }

    @Test
    void theServiceHearsThatAClientHasVanishedInTheMiddleOfItsAnswer() throws IOException {
        try (OpenDoor door = usual();
                RawHttp http = new RawHttp(door.url())) {
            http.send(head("GET /tasks/7/events", "stream") + "\r\n");
            assertThat(http.answer()).startsWith("HTTP/1.1 200");

            http.reset();

            Upstream.awaitCompleted(id);
            Upstream.await(() -> doors.requestsUnderWay() == 0);
        }
    }

    /** The second request waits behind the first and has not come as a whole: Vert.x forgets to say that the connection is gone. */
    @Test
    void aClientThatVanishesWithARequestInTheQueueLeavesNothing() throws IOException {
        try (OpenDoor door = doors.open(config -> config.withMaxConnections(2))) {
            for (int i = 0; i < 4; i++) {
                String each = id + "-" + i;
                try (RawHttp http = new RawHttp(door.url())) {
                    http.send(head("GET /tasks/7/events", "stream").replace(id, each) + "\r\n" + head("POST /tasks", "")
                            + "Content-Length: 5\r\n\r\nhel");
                    assertThat(http.answer()).startsWith("HTTP/1.1 200");

                    http.reset();
                }
                Upstream.awaitCompleted(each);
                Upstream.await(() -> doors.requestsUnderWay() == 0);
            }

            Upstream.await(() -> isServed(door));
        }
    }

    @Test
    void aConnectionTooManyIsClosedAndMakesNoPlaceUnusable() throws IOException {
        try (OpenDoor door = doors.open(config -> config.withMaxConnections(3))) {
            List<RawHttp> held = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                RawHttp http = new RawHttp(door.url());
                held.add(http);
                assertThat(http.send(head("GET /tasks", "") + "\r\n").answer()).startsWith("HTTP/1.1 201");
            }
            try (RawHttp tooMany = new RawHttp(door.url())) {
                assertThat(tooMany.isClosed()).isTrue();
            }
            held.getFirst().close();

            Upstream.await(() -> isServed(door));
            for (RawHttp http : held) {
                http.close();
            }
        }
    }

    private boolean isServed(OpenDoor door) {
        try (RawHttp http = new RawHttp(door.url())) {
            return http.send(head("GET /tasks", "") + "\r\n").answer().startsWith("HTTP/1.1 201");
        } catch (IOException e) {
            return false;
        }
    }

    private boolean isTimedOut(OpenDoor door) {
        try (RawHttp http = new RawHttp(door.url())) {
            return http.send(head("GET /tasks", "silence") + "\r\n").answer().startsWith("HTTP/1.1 504");
        } catch (IOException e) {
            return false;
        }
    }

    private OpenDoor usual() {
        return doors.open(config -> config);
    }

    /** With first requests. */
    private OpenDoor impatient() {
        return doors.open(config -> config.withDeadlines(SHORT, LONG, LONG));
    }

    /** With requests after the first. */
    private OpenDoor impatientBetween() {
        return doors.open(config -> config.withDeadlines(LONG, SHORT, LONG));
    }

    private String head(String line, String mode) {
        return "%s HTTP/1.1\r\nHost: gateway\r\nAuthorization: Bearer %s\r\n%s: %s\r\n%s: %s\r\n"
                .formatted(line, TokenIssuer.shared().user(), ID, id, MODE, mode);
    }
}
