package io.ymera.auth.totp;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.ymera.auth.Ada;
import io.ymera.auth.NaughtyStrings;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class TotpResourceTest {

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    Pool database;

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    TotpService totp;

    /** A user with a second factor. Codes of all three steps that are good now can be used. */
    private record Protected(Ada ada, UUID userId, String token, byte[] secret, List<String> recoveryCodes) {

        String code() {
            return new TotpCodes().code(secret, Clock.systemUTC().instant().getEpochSecond() / 30);
        }

        /** One that is none of those around now, also if a step ends meanwhile. */
        String wrongCode() {
            long now = Clock.systemUTC().instant().getEpochSecond() / 30;
            List<String> good = LongStream.rangeClosed(now - 3, now + 3)
                    .mapToObj(step -> new TotpCodes().code(secret, step))
                    .toList();
            return IntStream.range(0, 10)
                    .mapToObj("%06d"::formatted)
                    .filter(code -> !good.contains(code))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Protected protectedUser() {
        Ada ada = Ada.registered();
        Response login = ada.login();
        String token = login.path("access_token");
        Response prepared = as(token, Map.of("password", ada.password())).post("/users/me/totp");
        prepared.then().statusCode(200).header("Cache-Control", equalTo("no-store"));
        byte[] secret = new Base32().decode(prepared.<String>path("secret"));
        Protected user = new Protected(ada, UUID.fromString(login.path("user_id")), token, secret, List.of());
        Response confirmed = as(token, Map.of("code", user.code())).post("/users/me/totp/confirm");
        confirmed.then().statusCode(200).header("Cache-Control", equalTo("no-store"));
        forgetSteps(user.userId());
        return new Protected(ada, user.userId(), token, secret, confirmed.path("recovery_codes"));
    }

    /** So that the code of now is good again, as it will be in 30 seconds. */
    private void forgetSteps(UUID userId) {
        database.preparedQuery("update totp set last_step = 0 where user_id = $1")
                .executeAndAwait(Tuple.of(userId));
    }

    @Test
    void isNotAskedForBeforeItIsConfirmed() {
        Ada ada = Ada.registered();
        String token = ada.token();

        Response prepared = as(token, Map.of("password", ada.password())).post("/users/me/totp");

        assertThat(prepared.<String>path("otpauth_uri"))
                .isEqualTo("otpauth://totp/YMERA:%s?secret=%s&issuer=YMERA&algorithm=SHA1&digits=6&period=30"
                        .formatted(ada.username(), prepared.<String>path("secret")));
        assertThat(new Base32().decode(prepared.<String>path("secret"))).hasSize(20);
        ada.login().then().statusCode(200);
        as(token)
                .get("/users/me/totp")
                .then()
                .statusCode(200)
                .body("active", equalTo(false))
                .body("recovery_codes_left", equalTo(0));
    }

    @Test
    void isAskedForOnceItIsConfirmed() {
        Protected user = protectedUser();

        Response without = user.ada().login();

        without.then().statusCode(401).body("code", equalTo("second_factor_required"));
        login(user, user.code()).then().statusCode(200);
        as(user.token())
                .get("/users/me/totp")
                .then()
                .body("active", equalTo(true))
                .body("recovery_codes_left", equalTo(10));
    }

    @Test
    void logsOfManyLoginsWithoutACodeStayShort() {
        Protected user = protectedUser();

        for (int i = 0; i < 20; i++) {
            user.ada().login().then().statusCode(401);
        }

        // One stands for all of a minute, and two minutes more may have begun meanwhile
        assertThat(count("""
                        select count(*) from audit_events
                        where target = $1::uuid::text and action = 'login.failed'
                            and details ->> 'reason' = 'second factor missing'
                        """, user.userId())).isBetween(1L, 5L);
    }

    @Test
    void nobodyLearnsOfItWithoutThePassword() {
        Protected user = protectedUser();
        Ada other = Ada.registered();
        Response with = Ada.login(user.ada().username(), "an analytical engine");

        Response without = Ada.login(other.username(), "an analytical engine");

        assertThat(withoutTrace(with)).isEqualTo(withoutTrace(without));
        Response wrongCode = login(user, user.wrongCode());
        assertThat(withoutTrace(wrongCode)).isEqualTo(withoutTrace(without));
    }

    @Test
    void aCodeIsGoodOnce() {
        Protected user = protectedUser();
        String code = user.code();

        login(user, code).then().statusCode(200);

        login(user, code).then().statusCode(401).body("code", equalTo("invalid_credentials"));
    }

    @Test
    void aCodeIsGoodOnceAlsoInParallel() throws Exception {
        Protected user = protectedUser();
        String code = user.code();
        List<Callable<Integer>> logins = IntStream.range(0, 4)
                .mapToObj(i -> (Callable<Integer>) () -> login(user, code).statusCode())
                .toList();

        List<Future<Integer>> answers;
        try (ExecutorService threads = Executors.newFixedThreadPool(logins.size())) {
            answers = threads.invokeAll(logins);
        }

        assertThat(answers).extracting(Future::resultNow).containsExactlyInAnyOrder(200, 401, 401, 401);
    }

    @Test
    void theCodeThatConfirmedIsUsedUp() {
        Ada ada = Ada.registered();
        String token = ada.token();
        String secret = as(token, Map.of("password", ada.password()))
                .post("/users/me/totp")
                .path("secret");
        Protected user = new Protected(ada, UUID.randomUUID(), token, new Base32().decode(secret), List.of());
        String code = user.code();
        as(token, Map.of("code", code)).post("/users/me/totp/confirm").then().statusCode(200);

        login(user, code).then().statusCode(401).body("code", equalTo("invalid_credentials"));
    }

    @Test
    void aRecoveryCodeIsGoodOnceInPlaceOfACode() {
        Protected user = protectedUser();
        String code = user.recoveryCodes().get(3);

        login(user, code.toLowerCase(Locale.ROOT).replace("-", " ")).then().statusCode(200);

        login(user, code).then().statusCode(401).body("code", equalTo("invalid_credentials"));
        as(user.token()).get("/users/me/totp").then().body("recovery_codes_left", equalTo(9));
    }

    @Test
    void recoveryCodesAreOfOneUser() {
        Protected user = protectedUser();
        Protected other = protectedUser();

        login(user, other.recoveryCodes().getFirst()).then().statusCode(401);
    }

    @Test
    void codesAreNotGuessedByThoseWhoKnowThePassword() {
        Protected user = protectedUser();
        int guesses = 0;
        for (int i = 0; i < 20; i++) {
            // In between they show that they know it, which forgets nothing
            Response between = user.ada().login();
            guesses += login(user, user.wrongCode()).statusCode() == 401 && between.statusCode() == 401 ? 1 : 0;
        }

        // A slow machine sees the end of the first pause, of a second
        assertThat(guesses).isBetween(5, 8);
    }

    @Test
    void aPasswordIsNeededToBegin() {
        Ada ada = Ada.registered();
        String token = ada.token();

        as(token, Map.of("password", "an analytical engine"))
                .post("/users/me/totp")
                .then()
                .statusCode(401)
                .body("code", equalTo("invalid_credentials"))
                .body("errors[0].pointer", equalTo("/password"));
        as(token, Map.of()).post("/users/me/totp").then().statusCode(422);
        given().contentType(ContentType.JSON)
                .body(Map.of("password", ada.password()))
                .post("/users/me/totp")
                .then()
                .statusCode(401);
    }

    @Test
    void guessesAtThePasswordOfASessionAreLimitedAndLockNoLogin() {
        Ada ada = Ada.registered();
        String token = ada.token();
        int last = 0;
        for (int i = 0; i < 40 && last != 429; i++) {
            last = as(token, Map.of("password", "an analytical engine"))
                    .post("/users/me/totp")
                    .statusCode();
        }

        assertThat(last).isEqualTo(429);
        ada.login().then().statusCode(200);
    }

    @Test
    void thereIsOne() {
        Protected user = protectedUser();

        as(user.token(), Map.of("password", user.ada().password()))
                .post("/users/me/totp")
                .then()
                .statusCode(409);
        as(user.token(), Map.of("code", user.code()))
                .post("/users/me/totp/confirm")
                .then()
                .statusCode(409);
        login(user, user.code()).then().statusCode(200);
    }

    @Test
    void aWrongCodeConfirmsNothing() {
        Ada ada = Ada.registered();
        String token = ada.token();
        String secret = as(token, Map.of("password", ada.password()))
                .post("/users/me/totp")
                .path("secret");
        Protected user = new Protected(ada, UUID.randomUUID(), token, new Base32().decode(secret), List.of());

        as(token, Map.of("code", user.wrongCode()))
                .post("/users/me/totp/confirm")
                .then()
                .statusCode(401)
                .body("code", equalTo("invalid_credentials"))
                .body("errors[0].pointer", equalTo("/code"));

        ada.login().then().statusCode(200);
    }

    @Test
    void itsOwnerEndsItWithPasswordAndCode() {
        Protected user = protectedUser();
        String password = user.ada().password();

        as(user.token(), Map.of("password", password, "code", user.wrongCode()))
                .delete("/users/me/totp")
                .then()
                .statusCode(401)
                .body("code", equalTo("invalid_credentials"))
                .body("errors[0].pointer", equalTo("/code"));
        as(user.token(), Map.of("password", "an analytical engine", "code", user.code()))
                .delete("/users/me/totp")
                .then()
                .statusCode(401)
                .body("code", equalTo("invalid_credentials"))
                .body("errors[0].pointer", equalTo("/password"));
        user.ada().login().then().statusCode(401);
        as(user.token(), Map.of("password", password, "code", user.code()))
                .delete("/users/me/totp")
                .then()
                .statusCode(204);

        user.ada().login().then().statusCode(200);
        assertThat(count("select count(*) from recovery_codes where user_id = $1", user.userId()))
                .isZero();
        assertThat(count(
                        "select count(*) from audit_events where actor = $1::uuid::text and action like 'totp.%'",
                        user.userId()))
                .isEqualTo(2);
    }

    @Test
    void anAdministratorCanEndIt() {
        Protected user = protectedUser();

        database.withTransaction(transaction -> totp.disable(transaction, user.userId()))
                .await()
                .indefinitely();

        user.ada().login().then().statusCode(200);
    }

    @Test
    void theSecretIsEncryptedForItsOwner() {
        Protected user = protectedUser();
        Protected thief = protectedUser();
        byte[] stored = database.preparedQuery("select secret from totp where user_id = $1")
                .executeAndAwait(Tuple.of(user.userId()))
                .iterator()
                .next()
                .getBuffer(0)
                .getBytes();

        assertThat(stored).hasSizeGreaterThan(user.secret().length);
        assertThat(contains(stored, user.secret())).isFalse();
        // Somebody who can write to the database gives another user's secret the own, which is of no use
        database.preparedQuery(
                        "update totp set secret = (select secret from totp where user_id = $1) where user_id = $2")
                .executeAndAwait(Tuple.of(thief.userId(), user.userId()));
        Response response = Ada.post(
                "/auth/login",
                Map.of(
                        "username", user.ada().username(),
                        "password", user.ada().password(),
                        "totp_code", thief.code()));
        response.then().statusCode(401);
    }

    @ParameterizedTest
    @MethodSource("naughtyStrings")
    void whatIsNoCodeIsWrong(String text) {
        Ada ada = Ada.registered();
        String token = ada.token();
        as(token, Map.of("password", ada.password()))
                .post("/users/me/totp")
                .then()
                .statusCode(200);

        assertThat(as(token, Map.of("code", text))
                        .post("/users/me/totp/confirm")
                        .statusCode())
                .isIn(401, 422);
        assertThat(as(token, Map.of("password", ada.password(), "code", text))
                        .delete("/users/me/totp")
                        .statusCode())
                .isIn(404, 422);
        assertThat(as(token, Map.of("password", text.isEmpty() ? "x" : text))
                        .post("/users/me/totp")
                        .statusCode())
                .isEqualTo(401);
    }

    static Stream<String> naughtyStrings() throws IOException {
        return Stream.concat(NaughtyStrings.INJECTIONS.stream(), NaughtyStrings.every(25));
    }

    private static boolean contains(byte[] all, byte[] part) {
        String text = new String(all, ISO_8859_1);
        return text.contains(new String(part, ISO_8859_1));
    }

    private long count(String query, UUID id) {
        return database.preparedQuery(query)
                .executeAndAwait(Tuple.of(id))
                .iterator()
                .next()
                .getLong(0);
    }

    private static Response login(Protected user, String code) {
        return Ada.post(
                "/auth/login",
                Map.of(
                        "username", user.ada().username(),
                        "password", user.ada().password(),
                        "totp_code", code));
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }

    private static RequestSpecification as(String token, Map<String, String> body) {
        return as(token).contentType(ContentType.JSON).body(body);
    }

    private static String withoutTrace(Response response) {
        return response.asString().replaceFirst("\"trace_id\":\"[0-9a-f]+\"", "");
    }
}
