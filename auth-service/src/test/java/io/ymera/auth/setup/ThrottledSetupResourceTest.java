package io.ymera.auth.setup;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(StrictThrottle.class)
@SuppressWarnings("NullAway.Init") // Quarkus sets them
class ThrottledSetupResourceTest {

    @Inject
    People people;

    @Inject
    Pool database;

    @ParameterizedTest
    @CsvSource({"admin, 409", "user, 401"})
    void guessesAreCountedWhetherOrNotThereIsAnAdministrator(String role, int refused) {
        Ada ada = Ada.fresh();
        StrictThrottle.post("/auth/register", ada.registration(), StrictThrottle.elsewhere())
                .then()
                .statusCode(201);
        people.nobodyIsAdministrator();
        database.preparedQuery("update users set role = $1 where username = $2")
                .executeAndAwait(Tuple.of(role, ada.username()));
        String here = StrictThrottle.elsewhere();

        for (int i = 0; i < StrictThrottle.ADDRESS_FAILURES; i++) {
            assertThat(guess(here).statusCode()).isEqualTo(refused);
        }

        assertThat(guess(here).statusCode()).isEqualTo(429);
        assertThat(guess(StrictThrottle.elsewhere()).statusCode()).isEqualTo(refused);
    }

    @Test
    void whetherThereIsAnAdministratorIsInAnIndex() {
        String plan = database.withTransaction(transaction -> transaction
                        .query("set local enable_seqscan = off")
                        .execute()
                        .chain(() -> transaction
                                .query("explain select exists (select 1 from users"
                                        + " where role = 'admin' and is_active and id is distinct from null::uuid)")
                                .execute())
                        .map(rows -> {
                            StringBuilder text = new StringBuilder();
                            rows.forEach(row -> text.append(row.getString(0)).append('\n'));
                            return text.toString();
                        }))
                .await()
                .indefinitely();

        assertThat(plan).contains("users_admins");
    }

    private static Response guess(String from) {
        Ada ada = Ada.fresh();
        return StrictThrottle.post(
                "/auth/setup",
                Map.of(
                        "setup_token",
                        "yms_guessed",
                        "username",
                        ada.username(),
                        "email",
                        ada.email(),
                        "password",
                        ada.password()),
                from);
    }
}
