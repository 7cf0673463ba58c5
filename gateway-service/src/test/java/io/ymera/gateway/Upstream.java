package io.ymera.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.ymera.testkit.TokenIssuer;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** What a test asks of {@link EchoUpstream} when an attack is over. */
public final class Upstream {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Upstream() {}

    /** The ids of the requests that have come there as a whole. */
    public static String completed() {
        return given().auth()
                .oauth2(TokenIssuer.shared().user())
                .header(EchoUpstream.MODE, "completed")
                .get("/tasks")
                .asString();
    }

    /** Waits until {@code id} is among them. */
    public static void awaitCompleted(String id) {
        await(() -> completed().contains(id));
    }

    /** Waits for an event. */
    public static void await(BooleanSupplier event) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!event.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(end);
            Thread.onSpinWait();
        }
    }
}
