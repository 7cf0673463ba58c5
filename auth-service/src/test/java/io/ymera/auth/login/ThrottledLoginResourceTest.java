package io.ymera.auth.login;

import static io.restassured.RestAssured.given;
import static io.ymera.auth.login.StrictThrottle.elsewhere;
import static io.ymera.auth.login.StrictThrottle.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.ymera.auth.Ada;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(StrictThrottle.class)
class ThrottledLoginResourceTest {

    private static final AtomicInteger NEXT_NETWORK = new AtomicInteger();

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    Pool database;

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    MeterRegistry metrics;

    @Test
    void afterFiveFailuresTheRightPasswordIsNotEvenLookedAt() {
        Ada ada = registered();
        failures(ada.username(), 5);
        double hashes = hashes();

        Response response = login(ada.username(), ada.password(), elsewhere());

        response.then().statusCode(429).body("code", equalTo("too_many_requests"));
        assertThat(Integer.parseInt(response.header("Retry-After"))).isBetween(590, 600);
        assertThat(hashes()).isEqualTo(hashes);
    }

    @Test
    void anAccountThatIsNotThereIsLockedAlike() {
        Ada ada = registered();
        Ada nobody = Ada.fresh();
        List<Response> known = attempts(ada.username(), 7);

        List<Response> unknown = attempts(nobody.username(), 7);

        assertThat(unknown).extracting(Response::statusCode).containsExactly(401, 401, 401, 401, 401, 429, 429);
        for (int i = 0; i < known.size(); i++) {
            assertThat(withoutTrace(unknown.get(i))).isEqualTo(withoutTrace(known.get(i)));
            assertThat(names(unknown.get(i))).isEqualTo(names(known.get(i)));
        }
    }

    @Test
    void aHundredAtOnceAreNoMoreThanFive() throws Exception {
        Ada ada = registered();
        List<Callable<Integer>> guesses = IntStream.range(0, 100)
                .mapToObj(i -> (Callable<Integer>) () ->
                        login(ada.username(), "guess number " + i, elsewhere()).statusCode())
                .toList();
        double hashes = hashes();

        List<Future<Integer>> answers;
        try (ExecutorService threads = Executors.newFixedThreadPool(20)) {
            answers = threads.invokeAll(guesses);
        }

        assertThat(answers).filteredOn(answer -> answer.resultNow() == 401).hasSize(5);
        assertThat(answers).filteredOn(answer -> answer.resultNow() == 429).hasSize(95);
        assertThat(hashes() - hashes).isEqualTo(5);
    }

    @Test
    void howeverTheNameIsWrittenItIsTheSame() {
        Ada fresh = Ada.fresh();
        Ada ada = new Ada(fresh.username(), "vivian-" + fresh.email(), fresh.password());
        post("/auth/register", ada.registration(), elsewhere()).then().statusCode(201);
        // PostgreSQL may take a capital I with a dot, and the sign for kelvin, for what Java does not
        List<String> spellings = List.of(
                ada.email(),
                ada.email().toUpperCase(Locale.ROOT),
                ada.email().toLowerCase(Locale.ROOT),
                ada.email().replaceFirst("v", "V"),
                ada.email().replaceFirst("i", "\u0130"),
                ada.email().replace("i", "\u0130"));
        int refused = 0;
        for (String spelling : spellings) {
            for (int i = 0; i < 5; i++) {
                refused += login(spelling, "an analytical engine", elsewhere()).statusCode() == 429 ? 1 : 0;
            }
        }

        // Those that mean another user, or nobody, have tries of their own; all that mean vivian share five
        int meaningHer = (int) spellings.stream().filter(this::meansSomebody).count();
        int others = (int) spellings.stream()
                .filter(spelling -> !meansSomebody(spelling))
                .distinct()
                .count();
        assertThat(meaningHer).isGreaterThanOrEqualTo(4);
        assertThat(refused).isEqualTo(spellings.size() * 5 - 5 - others * 5);
    }

    @Test
    void sessionsGoOnWhileTheAccountIsLocked() {
        Ada ada = registered();
        Response session = login(ada.username(), ada.password(), elsewhere());
        failures(ada.username(), 5);

        given().auth()
                .oauth2(session.path("access_token"))
                .get("/users/me")
                .then()
                .statusCode(200);
        Ada.post("/auth/refresh", Map.of("refresh_token", session.<String>path("refresh_token")))
                .then()
                .statusCode(200);
    }

    @Test
    void aSuccessForgetsTheFailures() {
        Ada ada = registered();
        failures(ada.username(), 4);

        login(ada.username(), ada.password(), elsewhere()).then().statusCode(200);

        assertThat(attempts(ada.username(), 4)).extracting(Response::statusCode).containsOnly(401);
    }

    @Test
    void anAddressThatGuessesAtManyIsShutOut() {
        Ada ada = registered();
        String address = elsewhere();
        for (int i = 0; i < StrictThrottle.ADDRESS_FAILURES; i++) {
            login(Ada.fresh().username(), "a difference engine", address).then().statusCode(401);
        }

        login(ada.username(), ada.password(), address).then().statusCode(429);
        login(ada.username(), ada.password(), elsewhere()).then().statusCode(200);
    }

    @Test
    void aWholeIpv6NetworkIsOneAddress() {
        int network = NEXT_NETWORK.incrementAndGet();
        for (int i = 0; i < StrictThrottle.ADDRESS_FAILURES; i++) {
            login(Ada.fresh().username(), "a difference engine", "2001:db8:%x::%x".formatted(network, i))
                    .then()
                    .statusCode(401);
        }

        login(Ada.fresh().username(), "a difference engine", "2001:db8:%x::ffff:1".formatted(network))
                .then()
                .statusCode(429);
        login(Ada.fresh().username(), "a difference engine", "2001:db8:%x:1::1".formatted(network))
                .then()
                .statusCode(401);
    }

    @Test
    void registrationsAreLimitedByAddress() {
        String address = elsewhere();
        for (int i = 0; i < StrictThrottle.REGISTRATIONS; i++) {
            post("/auth/register", Ada.fresh().registration(), address).then().statusCode(201);
        }
        double hashes = hashes();

        Response response = post("/auth/register", Ada.fresh().registration(), address);

        response.then().statusCode(429).body("code", equalTo("too_many_requests"));
        assertThat(hashes()).isEqualTo(hashes);
        post("/auth/register", Ada.fresh().registration(), elsewhere()).then().statusCode(201);
    }

    @Test
    void theAuditLogTellsOfFailuresAndOfThePauseOnce() {
        Ada ada = registered();
        String id = login(ada.username(), ada.password(), elsewhere()).path("user_id");
        attempts(ada.username(), 12);

        List<String> actions = new ArrayList<>();
        database.preparedQuery("select action from audit_events where actor = $1 or target = $1 order by id")
                .executeAndAwait(Tuple.of(id))
                .forEach(row -> actions.add(row.getString(0)));

        assertThat(actions)
                .containsExactly(
                        "user.registered",
                        "login.succeeded",
                        "login.failed",
                        "login.failed",
                        "login.failed",
                        "login.failed",
                        "login.failed",
                        "login.blocked");
    }

    @Test
    void whatWasTypedIsNowhereKept() {
        String typed = "my password in the wrong field " + System.nanoTime();
        failures(typed, 6);

        long kept = database.preparedQuery(
                        "select count(*) from audit_events where position($1 in audit_events::text) > 0")
                .executeAndAwait(Tuple.of(typed))
                .iterator()
                .next()
                .getLong(0);

        assertThat(kept).isZero();
    }

    private boolean meansSomebody(String login) {
        return database.preparedQuery("select count(*) from users where lower(email) = lower($1)")
                        .executeAndAwait(Tuple.of(login))
                        .iterator()
                        .next()
                        .getLong(0)
                == 1;
    }

    private static Ada registered() {
        Ada ada = Ada.fresh();
        post("/auth/register", ada.registration(), elsewhere()).then().statusCode(201);
        return ada;
    }

    private static List<Response> attempts(String login, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> login(login, "an analytical engine", elsewhere()))
                .toList();
    }

    private static void failures(String login, int count) {
        attempts(login, count);
    }

    private static Response login(String login, String password, String address) {
        return post("/auth/login", Map.of("username", login, "password", password), address);
    }

    private double hashes() {
        return metrics.counter("ymera.password.argon2.hashes").count();
    }

    private static List<String> names(Response response) {
        return response.headers().asList().stream()
                .map(header -> header.getName())
                .sorted()
                .toList();
    }

    private static String withoutTrace(Response response) {
        return response.asString().replaceFirst("\"trace_id\":\"[0-9a-f]+\"", "");
    }
}
