package io.ymera.auth.account;

import static io.ymera.auth.People.bearer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.ymera.auth.Ada;
import io.ymera.auth.People;
import io.ymera.auth.login.StrictThrottle;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(StrictThrottle.class)
@SuppressWarnings("NullAway.Init") // Quarkus sets them
class ThrottledAccountResourceTest {

    @Inject
    People people;

    @Inject
    Pool database;

    @Test
    void whoIsRegisteredCannotBeFoundOutByTryingAddresses() {
        Ada ada = registered();
        String token = token(ada);
        String taken = registered().email();
        String here = StrictThrottle.elsewhere();
        for (int i = 0; i < StrictThrottle.REGISTRATIONS; i++) {
            changeAddress(ada, token, taken, here).then().statusCode(409);
        }

        // A free one and a taken one are the same now
        changeAddress(ada, token, taken, here).then().statusCode(429).body("code", equalTo("too_many_requests"));
        changeAddress(ada, token, "free-" + ada.email(), here).then().statusCode(429);

        assertThat(people.column(ada, "email")).isEqualTo(ada.email());
        assertThat(refusals(ada)).isEqualTo(1);
        changeAddress(ada, token, "free-" + ada.email(), StrictThrottle.elsewhere())
                .then()
                .statusCode(200);
    }

    @Test
    void anotherNameDoesNotCount() {
        Ada ada = registered();
        String token = token(ada);
        String here = StrictThrottle.elsewhere();

        for (int i = 0; i <= StrictThrottle.REGISTRATIONS; i++) {
            bearer(token)
                    .header("X-Forwarded-For", here)
                    .body(Map.of("email", ada.email(), "full_name", "Ada " + i))
                    .put("/users/me")
                    .then()
                    .statusCode(200);
        }
    }

    private static Response changeAddress(Ada ada, String token, String address, String from) {
        return bearer(token)
                .header("X-Forwarded-For", from)
                .body(Map.of("email", address, "password", ada.password()))
                .put("/users/me");
    }

    private static Ada registered() {
        Ada ada = Ada.fresh();
        StrictThrottle.post("/auth/register", ada.registration(), StrictThrottle.elsewhere())
                .then()
                .statusCode(201);
        return ada;
    }

    private static String token(Ada ada) {
        return StrictThrottle.post(
                        "/auth/login",
                        Map.of("username", ada.username(), "password", ada.password()),
                        StrictThrottle.elsewhere())
                .path("access_token");
    }

    private int refusals(Ada ada) {
        return database.preparedQuery("select 1 from audit_events"
                        + " where action = 'user.changed' and outcome = 'failure' and actor = $1")
                .executeAndAwait(Tuple.of(people.id(ada).toString()))
                .rowCount();
    }
}
