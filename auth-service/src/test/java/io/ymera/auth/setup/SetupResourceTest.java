package io.ymera.auth.setup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.ymera.auth.Ada;
import io.ymera.auth.People;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SetupResourceTest {

    private static final Pattern TOKEN = Pattern.compile("yms_[A-Za-z0-9_-]{43}");

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    People people;

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    SetupStart start;

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    Pool database;

    @BeforeEach
    void thereIsNoAdministrator() {
        people.nobodyIsAdministrator();
        database.query("delete from setup_tokens").executeAndAwait();
    }

    @Test
    void aStartWithoutAnAdministratorPrintsOneToken() {
        String printed = start();

        assertThat(TOKEN.matcher(printed).results()).hasSize(1);
        assertThat(printed).contains("POST /auth/setup");
    }

    @Test
    void aStartWithAnAdministratorPrintsNothing() {
        people.administrator();

        assertThat(start()).isEmpty();
        assertThat(tokens()).isZero();
    }

    @Test
    void makesTheFirstAdministrator() {
        String token = token();
        Ada ada = Ada.fresh();

        Response answer = setUp(token, ada);

        answer.then()
                .statusCode(201)
                .header("Location", equalTo("/users/" + answer.path("user_id")))
                .body("username", equalTo(ada.username()))
                .body("role", equalTo("admin"))
                .body("is_active", equalTo(true));
        People.bearer(ada.token()).get("/users").then().statusCode(200);
        People.bearer(ada.token())
                .queryParam("actor", answer.<String>path("user_id"))
                .queryParam("action", "setup.completed")
                .get("/audit")
                .then()
                .body("items.size()", equalTo(1));
    }

    @Test
    void afterThatNoTokenIsGood() {
        String ofOneReplica = token();
        String ofAnother = token();
        setUp(ofOneReplica, Ada.fresh()).then().statusCode(201);

        setUp(ofOneReplica, Ada.fresh()).then().statusCode(409).body("code", equalTo("conflict"));
        setUp(ofAnother, Ada.fresh()).then().statusCode(409);

        assertThat(tokens()).isZero();
        // Not even when there is none again
        people.nobodyIsAdministrator();
        setUp(ofAnother, Ada.fresh()).then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yms_", "x", "yms_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "' or true --", "\u0000"})
    void aWrongTokenIs401(String wrong) {
        token();
        Ada ada = Ada.fresh();

        setUp(wrong, ada).then().statusCode(401).body("code", equalTo("invalid_credentials"));

        ada.login().then().statusCode(401);
        assertThat(tokens()).isEqualTo(1);
    }

    @Test
    void ofManyAtOnceOneIsMade() throws Exception {
        List<String> tokens = List.of(token(), token());

        List<Integer> answers;
        try (ExecutorService operators = Executors.newFixedThreadPool(6)) {
            List<Future<Response>> asked = IntStream.range(0, 6)
                    .mapToObj(i -> operators.submit(() -> setUp(tokens.get(i % 2), Ada.fresh())))
                    .toList();
            answers = new ArrayList<>();
            for (Future<Response> answer : asked) {
                answers.add(answer.get().statusCode());
            }
        }

        assertThat(answers).containsOnlyOnce(201);
        assertThat(answers.stream().filter(status -> status == 409)).hasSize(5);
        assertThat(database.query("select 1 from users where role = 'admin'")
                        .executeAndAwait()
                        .rowCount())
                .isEqualTo(1);
    }

    @Test
    void aTakenNameIs409AndTheTokenStays() {
        String token = token();
        Ada taken = Ada.registered();

        setUp(token, taken).then().statusCode(409).body("errors[0].pointer", equalTo("/username"));

        setUp(token, Ada.fresh()).then().statusCode(201);
    }

    @ParameterizedTest
    @CsvSource({
        "username, a b",
        "email, nobody",
        "password, short",
        "role, user",
        "is_active, true",
        "user_id, 00000000-0000-7000-8000-000000000000"
    })
    void refusesWhatDoesNotFit(String member, String value) {
        Map<String, Object> body = Ada.fresh().registration();
        body.put("setup_token", token());
        body.put(member, value);

        Ada.post("/auth/setup", body).then().statusCode(422).body("errors[0].pointer", equalTo("/" + member));

        assertThat(tokens()).isEqualTo(1);
    }

    private static Response setUp(String token, Ada ada) {
        Map<String, Object> body = ada.registration();
        body.put("setup_token", token);
        return Ada.post("/auth/setup", body);
    }

    private String token() {
        return TOKEN.matcher(start()).results().findFirst().orElseThrow().group();
    }

    private String start() {
        ByteArrayOutputStream terminal = new ByteArrayOutputStream();
        start.run(new PrintStream(terminal, true, UTF_8));
        return terminal.toString(UTF_8);
    }

    private int tokens() {
        return database.query("select 1 from setup_tokens").executeAndAwait().rowCount();
    }
}
