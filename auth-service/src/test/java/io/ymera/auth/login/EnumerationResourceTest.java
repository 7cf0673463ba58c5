package io.ymera.auth.login;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.ymera.auth.Ada;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * Whoever may not log in can't find out why, neither from the answer nor from the time it takes. Time is what is computed: that
 * is counted, since clocks of tests tell nothing.
 */
@QuarkusTest
class EnumerationResourceTest {

    private static final int COST = 6;

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    Pool database;

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    MeterRegistry metrics;

    /** What one login has cost. */
    private record Work(double argon2Hashes, double bcryptRounds) {}

    private record Tried(Response response, Work work) {}

    /** Or everybody's logins would take longer. */
    @AfterEach
    void forgetImportedHashes() {
        database.query("update users set password_hash = null where password_hash like '$2%'")
                .executeAndAwait();
    }

    @Test
    void allWhoAreRefusedLookAlike() {
        Ada ada = Ada.registered();
        Ada wrongToo = Ada.registered();
        Ada inactive = Ada.registered();
        set(inactive, "is_active = false");
        Ada external = Ada.registered();
        set(external, "password_hash = null");
        Ada imported = imported();

        List<Tried> all = List.of(
                tried(Ada.fresh().username(), ada.password()),
                tried(Ada.fresh().email(), ada.password()),
                tried(ada.username(), "an analytical engine"),
                tried(wrongToo.email(), "an analytical engine"),
                tried(inactive.username(), inactive.password()),
                tried(inactive.username(), "an analytical engine"),
                tried(external.username(), external.password()),
                tried(imported.username(), "an analytical engine"),
                tried(imported.email(), "an analytical engine"));

        assertThat(all).allSatisfy(each -> {
            assertThat(each.response().statusCode()).isEqualTo(401);
            assertThat(each.response().<String>path("code")).isEqualTo("invalid_credentials");
            assertThat(withoutTrace(each.response()))
                    .isEqualTo(withoutTrace(all.getFirst().response()));
            assertThat(headers(each.response()))
                    .isEqualTo(headers(all.getFirst().response()));
            assertThat(each.work()).isEqualTo(new Work(1, 1 << COST));
        });
    }

    @Test
    void withoutImportedHashesNobodyPaysForThem() {
        Ada ada = Ada.registered();

        assertThat(tried(ada.username(), "an analytical engine").work()).isEqualTo(new Work(1, 0));
        assertThat(tried(Ada.fresh().username(), ada.password()).work()).isEqualTo(new Work(1, 0));
        assertThat(tried(ada.username(), ada.password()).work()).isEqualTo(new Work(1, 0));
    }

    @Test
    void anImportedHashIsUpgradedAtTheFirstLogin() {
        Ada ada = imported();

        Tried first = tried(ada.username(), ada.password());
        Tried second = tried(ada.username(), ada.password());

        first.response().then().statusCode(200);
        second.response().then().statusCode(200);
        assertThat(hash(ada)).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(first.work()).isEqualTo(new Work(2, 1 << COST));
        assertThat(second.work()).isEqualTo(new Work(1, 0));
    }

    @Test
    void ofAnImportedHashOnly72BytesAreKnownAndItStays() {
        Ada fresh = Ada.registered();
        Ada ada = new Ada(fresh.username(), fresh.email(), "a difference engine ".repeat(4));
        set(ada, "password_hash = '%s'".formatted(bcrypt(ada.password().substring(0, 72))));

        ada.login().then().statusCode(200);

        assertThat(hash(ada)).startsWith("$2");
    }

    /** As somebody would register; then it is as if the user had come from elsewhere. */
    private Ada imported() {
        Ada ada = Ada.registered();
        set(ada, "password_hash = '%s'".formatted(bcrypt(ada.password())));
        return ada;
    }

    private static String bcrypt(String password) {
        return requireNonNull(new BCryptPasswordEncoder(COST).encode(password));
    }

    private void set(Ada ada, String change) {
        database.preparedQuery("update users set %s where username = $1".formatted(change))
                .executeAndAwait(Tuple.of(ada.username()));
    }

    private String hash(Ada ada) {
        return database.preparedQuery("select password_hash from users where username = $1")
                .executeAndAwait(Tuple.of(ada.username()))
                .iterator()
                .next()
                .getString(0);
    }

    private Tried tried(String login, String password) {
        double hashes = metrics.counter("ymera.password.argon2.hashes").count();
        double rounds = metrics.counter("ymera.password.bcrypt.rounds").count();
        Response response = Ada.login(login, password);
        return new Tried(
                response,
                new Work(
                        metrics.counter("ymera.password.argon2.hashes").count() - hashes,
                        metrics.counter("ymera.password.bcrypt.rounds").count() - rounds));
    }

    private static Map<String, String> headers(Response response) {
        return response.headers().asList().stream()
                .collect(Collectors.groupingBy(
                        Header::getName, Collectors.mapping(Header::getValue, Collectors.joining(","))));
    }

    private static String withoutTrace(Response response) {
        return response.asString().replaceFirst("\"trace_id\":\"[0-9a-f]+\"", "");
    }
}
