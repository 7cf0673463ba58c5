package io.ymera.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.ymera.auth.Ada;
import io.ymera.auth.People;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Whatever ends, and goes on, at the same time: nobody waits crosswise, and what should have ended has. */
@QuarkusTest
class EndingAtOnceResourceTest {

    private static final long SEED = 20240607;
    private static final int ROUNDS = 10;
    private static final int SESSIONS = 4;

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    Pool database;

    @Inject
    @SuppressWarnings("NullAway.Init")
    People people;

    @Test
    void nothingThatShouldHaveEndedGoesOn() throws Exception {
        String admin = people.administrator().token();
        long deadlocks = deadlocks();
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            boolean deleted = random.nextBoolean();
            Ada ada = Ada.registered();
            UUID id = people.id(ada);
            List<Response> logins = new ArrayList<>();
            List<Response> keys = new ArrayList<>();
            for (int i = 0; i < SESSIONS; i++) {
                Response login = ada.login();
                logins.add(login);
                keys.add(People.apiKey(login.path("access_token")));
            }

            List<Response> answers = atOnce(work(ada, id, admin, deleted, logins, keys), random);

            assertThat(answers).extracting(Response::statusCode).allMatch(status -> status < 500);
            assertOver(id, logins, keys, answers);
        }
        assertThat(deadlocks()).as("deadlocks that were only retried").isEqualTo(deadlocks);
    }

    private List<Callable<Response>> work(
            Ada ada, UUID id, String admin, boolean deleted, List<Response> logins, List<Response> keys) {
        List<Callable<Response>> work = new ArrayList<>();
        for (int i = 0; i < SESSIONS; i++) {
            String access = logins.get(i).path("access_token");
            Object refresh = Map.of("refresh_token", logins.get(i).<String>path("refresh_token"));
            String key = "/users/me/api-keys/" + keys.get(i).path("id");
            work.add(() -> Ada.post("/auth/refresh", refresh));
            work.add(() -> People.bearer(access).delete(key));
            if (i % 2 == 0) {
                work.add(() -> Ada.post("/auth/refresh", refresh));
                work.add(() -> Ada.post("/auth/logout", refresh));
                work.add(() -> People.bearer(access).delete("/users/me/sessions"));
            }
        }
        work.add(ada::login);
        String token = logins.getFirst().path("access_token");
        work.add(() ->
                People.bearer(token).body(Map.of("password", ada.password())).post("/users/me/totp"));
        work.add(() -> People.bearer(token)
                .body(Map.of("current_password", ada.password(), "new_password", "an analytical engine"))
                .post("/users/me/password"));
        work.add(() -> deactivate(admin, id));
        work.add(() -> deleted ? People.bearer(admin).delete("/users/" + id) : deactivate(admin, id));
        return work;
    }

    private static Response deactivate(String admin, UUID id) {
        return People.bearer(admin)
                .contentType("application/merge-patch+json")
                .body("{\"is_active\": false}")
                .patch("/users/" + id);
    }

    private void assertOver(UUID user, List<Response> logins, List<Response> keys, List<Response> answers) {
        assertThat(alive("sessions", "ended_at", user)).isZero();
        assertThat(alive("api_keys", "revoked_at", user)).isZero();
        for (Response key : keys) {
            assertThat(People.isGood(key.path("key"))).isFalse();
        }
        for (Response tokens : concat(logins, answers)) {
            String access = tokens.path("access_token");
            String refresh = tokens.path("refresh_token");
            assertThat(People.bearer(access).get("/users/me").statusCode()).isEqualTo(401);
            assertThat(Ada.post("/auth/refresh", Map.of("refresh_token", refresh))
                            .statusCode())
                    .isEqualTo(401);
            assertThat(revoked(UUID.fromString(tokens.path("session_id")))).isTrue();
        }
    }

    private static List<Response> concat(List<Response> logins, List<Response> answers) {
        List<Response> all = new ArrayList<>(logins);
        answers.stream()
                .filter(answer ->
                        answer.statusCode() == 200 && answer.asString().contains("\"refresh_token\""))
                .forEach(all::add);
        return all;
    }

    private long alive(String table, String ended, UUID user) {
        return database.preparedQuery(
                        "select count(*) from %s where user_id = $1 and %s is null".formatted(table, ended))
                .executeAndAwait(Tuple.of(user))
                .iterator()
                .next()
                .getLong(0);
    }

    private boolean revoked(UUID grant) {
        return database.preparedQuery("select 1 from revocations where grant_id = $1")
                        .executeAndAwait(Tuple.of(grant))
                        .rowCount()
                > 0;
    }

    /** That this database has had. */
    private long deadlocks() {
        return database.query("select deadlocks from pg_stat_database where datname = current_database()")
                .executeAndAwait()
                .iterator()
                .next()
                .getLong(0);
    }

    private static List<Response> atOnce(List<Callable<Response>> work, Random random) throws Exception {
        List<Callable<Response>> shuffled = new ArrayList<>(work);
        Collections.shuffle(shuffled, random);
        List<Response> answers = new ArrayList<>();
        try (ExecutorService clients = Executors.newFixedThreadPool(12)) {
            for (Future<Response> answer : clients.invokeAll(shuffled)) {
                answers.add(answer.get());
            }
        }
        return answers;
    }
}
