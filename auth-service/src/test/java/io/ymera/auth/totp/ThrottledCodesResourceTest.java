package io.ymera.auth.totp;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.ymera.auth.Ada;
import io.ymera.auth.login.StrictThrottle;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.Test;

/** Whoever knows the password, or has a token, can't try all codes either. */
@QuarkusTest
@TestProfile(StrictThrottle.class)
class ThrottledCodesResourceTest {

    private final TotpCodes codes = new TotpCodes();
    private final String address = "2001:db8:%x:%x::1"
            .formatted(
                    ThreadLocalRandom.current().nextInt(0x10000),
                    ThreadLocalRandom.current().nextInt(0x10000));

    @Test
    void aLoginWithoutACodeForgetsNoGuesses() {
        Ada ada = Ada.fresh();
        StrictThrottle.post("/auth/register", ada.registration(), address)
                .then()
                .statusCode(201);
        String token = login(ada, "").path("access_token");
        byte[] secret = prepare(ada, token);
        post(token, "/users/me/totp/confirm", Map.of("code", code(secret, 0)))
                .then()
                .statusCode(200);
        String wrong = wrongCode(secret);

        for (int guess = 0; guess < 5; guess++) {
            assertThat(login(ada, "").<String>path("code")).isEqualTo("second_factor_required");
            assertThat(login(ada, wrong).<String>path("code")).isEqualTo("invalid_credentials");
        }

        assertThat(login(ada, "").statusCode()).isEqualTo(429);
        assertThat(login(ada, code(secret, 1)).statusCode()).isEqualTo(429);
    }

    @Test
    void guessesOfASessionAreCountedTooAndLockNoLogin() {
        Ada ada = Ada.fresh();
        StrictThrottle.post("/auth/register", ada.registration(), address)
                .then()
                .statusCode(201);
        String token = login(ada, "").path("access_token");
        byte[] secret = prepare(ada, token);
        String wrong = wrongCode(secret);

        List<Integer> answers = IntStream.range(0, 6)
                .mapToObj(i -> post(token, "/users/me/totp/confirm", Map.of("code", wrong))
                        .statusCode())
                .toList();

        assertThat(answers).containsExactly(401, 401, 401, 401, 401, 429);
        assertThat(post(token, "/users/me/totp/confirm", Map.of("code", code(secret, 0)))
                        .statusCode())
                .isEqualTo(429);
        assertThat(login(ada, "").statusCode()).isEqualTo(200);
    }

    private byte[] prepare(Ada ada, String token) {
        Response prepared = post(token, "/users/me/totp", Map.of("password", ada.password()));
        return new Base32().decode(prepared.<String>path("secret"));
    }

    /** The code of now, or of so many steps later. */
    private String code(byte[] secret, int later) {
        return codes.code(secret, now() + later);
    }

    /** None of those around now, however long the test takes. */
    private String wrongCode(byte[] secret) {
        List<String> good = LongStream.rangeClosed(now() - 2, now() + 20)
                .mapToObj(step -> codes.code(secret, step))
                .toList();
        return IntStream.range(0, 100)
                .mapToObj("%06d"::formatted)
                .filter(code -> !good.contains(code))
                .findFirst()
                .orElseThrow();
    }

    private static long now() {
        return Clock.systemUTC().instant().getEpochSecond() / 30;
    }

    private Response login(Ada ada, String code) {
        return StrictThrottle.post(
                "/auth/login",
                Map.of("username", ada.username(), "password", ada.password(), "totp_code", code),
                address);
    }

    private Response post(String token, String path, Map<String, String> body) {
        return given().auth()
                .oauth2(token)
                .header("X-Forwarded-For", address)
                .contentType(ContentType.JSON)
                .body(body)
                .post(path);
    }
}
