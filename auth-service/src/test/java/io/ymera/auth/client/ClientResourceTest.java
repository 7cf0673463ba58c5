package io.ymera.auth.client;

import static io.restassured.RestAssured.given;
import static io.ymera.auth.AuthFilesResource.CLIENT_ID;
import static io.ymera.auth.AuthFilesResource.CLIENT_SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.http.Method;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.ymera.auth.Ada;
import io.ymera.auth.Claims;
import io.ymera.auth.People;
import io.ymera.auth.Printed;
import io.ymera.auth.client.Administrator.Made;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@SuppressWarnings("NullAway.Init") // Quarkus and JUnit set them
class ClientResourceTest {

    @Inject
    Pool database;

    @Inject
    People people;

    private Administrator admin;

    @BeforeEach
    void anAdministrator() {
        admin = Administrator.fresh(people);
    }

    @Test
    void aClientThatWasMadeGetsTokensForItsTaskTypes() {
        String id = Administrator.freshId();

        Response created = admin.create(Map.of("client_id", id, "task_types", List.of("word_count", "empty")));

        created.then()
                .statusCode(201)
                .header("Cache-Control", equalTo("no-store"))
                .header("Location", equalTo("/clients/" + id))
                .body("client_id", equalTo(id))
                .body("client_secret", matchesPattern("ymc_[a-zA-Z0-9_-]{43}"));
        Claims claims = Claims.of(new Made(id, created.path("client_secret")).token());
        assertThat(claims.text("sub")).isEqualTo(id);
        assertThat(claims.json().getList("groups")).isEqualTo(List.of("service"));
        assertThat(claims.json().<String>getList("task_types")).containsExactlyInAnyOrder("empty", "word_count");
    }

    @Test
    void aClientOfTheFileServesWhatItsLineSays() {
        Claims claims =
                Claims.of(Administrator.askForToken(CLIENT_ID, CLIENT_SECRET).path("access_token"));

        assertThat(claims.json().getList("task_types")).isEqualTo(List.of("*"));
    }

    @Test
    void isShownWithoutItsSecret() {
        Made client = admin.make("word_count", "empty");
        client.token();

        Response shown = admin.get(client.id());

        shown.then()
                .statusCode(200)
                .body("client_id", equalTo(client.id()))
                .body("task_types", contains("empty", "word_count"))
                .body("source", equalTo("database"))
                .body("is_active", equalTo(true))
                .body("created_by", equalTo(admin.userId()))
                .body("last_used_at", matchesPattern(".*Z"))
                .body("description", nullValue());
        assertThat(shown.asString()).doesNotContain(client.secret(), "hash", "grant", "client_secret");
    }

    @Test
    void allAreListedPageByPageWithThoseOfTheFile() {
        List<String> made = List.of(
                admin.make("*").id(), admin.make("*").id(), admin.make("*").id());
        List<String> listed = new ArrayList<>();
        String cursor = null;
        do {
            Response page = admin.asks()
                    .queryParam("limit", 2)
                    .queryParam("cursor", cursor == null ? List.of() : List.of(cursor))
                    .get("/clients");
            page.then().statusCode(200);
            assertThat(page.asString()).doesNotContain("secret_hash", "client_secret");
            listed.addAll(page.jsonPath().getList("items.client_id", String.class));
            cursor = page.path("next_cursor");
        } while (cursor != null);

        assertThat(listed)
                .isSorted()
                .doesNotHaveDuplicates()
                .contains(CLIENT_ID)
                .containsAll(made);
        admin.get(CLIENT_ID).then().statusCode(200).body("source", equalTo("file"));
    }

    @Test
    void anotherSecretEndsTheOneBeforeAndItsTokens() {
        Made client = admin.make("*");
        Claims before = Claims.of(client.token());

        Response replaced = admin.asks().noContentType().post("/clients/{id}/secret", client.id());

        replaced.then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("client_id", equalTo(client.id()))
                .body("previous_secret_until", nullValue());
        assertRefused(client.askForToken());
        assertRevoked(before.sid());
        Claims after = Claims.of(new Made(client.id(), replaced.path("client_secret")).token());
        assertThat(after.sid()).isNotEqualTo(before.sid());
        assertNotRevoked(after.sid());
    }

    @Test
    void withAnOverlapBothSecretsAreGoodForAWhile() {
        Made client = admin.make("*");
        Claims before = Claims.of(client.token());

        Response replaced = admin.replaceSecret(client.id(), "{\"overlap_seconds\": 3600}");

        replaced.then().statusCode(200).body("previous_secret_until", matchesPattern(".*Z"));
        Made renewed = new Made(client.id(), replaced.path("client_secret"));
        assertThat(Claims.of(client.token()).sid()).isEqualTo(before.sid());
        assertThat(Claims.of(renewed.token()).sid()).isEqualTo(before.sid());
        assertNotRevoked(before.sid());
        String until = replaced.path("previous_secret_until");
        admin.get(client.id()).then().body("previous_secret_until", equalTo(until));
        // When the overlap is over
        database.preparedQuery("update clients set previous_until = now() - interval '1 second' where client_id = $1")
                .executeAndAwait(Tuple.of(client.id()));
        assertRefused(client.askForToken());
        renewed.askForToken().then().statusCode(200);
        admin.get(client.id()).then().body("previous_secret_until", nullValue());
    }

    @Test
    void ofThreeSecretsTheFirstIsNotGoodAnyMore() {
        Made client = admin.make("*");
        Made second = replaced(client, "{\"overlap_seconds\": 3600}");

        Made third = replaced(client, "{\"overlap_seconds\": 3600}");

        assertRefused(client.askForToken());
        second.askForToken().then().statusCode(200);
        third.askForToken().then().statusCode(200);
    }

    @Test
    void inHasteThereIsNoOverlap() {
        // Given a secret that leaked while it was being replaced
        Made client = admin.make("*");
        Claims leaked = Claims.of(client.token());
        Made second = replaced(client, "{\"overlap_seconds\": 86400}");

        Made third = replaced(client, "{\"overlap_seconds\": 0}");

        assertRefused(client.askForToken());
        assertRefused(second.askForToken());
        assertRevoked(leaked.sid());
        third.askForToken().then().statusCode(200);
    }

    @Test
    void otherTaskTypesEndTheTokens() {
        Made client = admin.make("empty");
        Claims before = Claims.of(client.token());

        Response changed = admin.change(client.id(), "{\"task_types\": [\"word_count\", \"word_count\"]}");

        changed.then().statusCode(200).body("task_types", contains("word_count"));
        assertRevoked(before.sid());
        Claims after = Claims.of(client.token());
        assertThat(after.json().getList("task_types")).isEqualTo(List.of("word_count"));
        assertThat(after.sid()).isNotEqualTo(before.sid());
    }

    @Test
    void whatTakesNothingAwayEndsNoTokens() {
        Made client = admin.make("empty", "word_count");
        Claims before = Claims.of(client.token());

        admin.change(client.id(), """
                        {"task_types": ["word_count", "empty"], "is_active": true, "description": "Counts words"}""").then().statusCode(200).body("description", equalTo("Counts words"));

        assertNotRevoked(before.sid());
        assertThat(Claims.of(client.token()).sid()).isEqualTo(before.sid());
        admin.change(client.id(), "{\"description\": \"\"}").then().body("description", nullValue());
    }

    @Test
    void aDisabledClientGetsNothingUntilItIsEnabled() {
        Made client = admin.make("*");
        Claims before = Claims.of(client.token());

        admin.change(client.id(), "{\"is_active\": false}")
                .then()
                .statusCode(200)
                .body("is_active", equalTo(false));

        assertRevoked(before.sid());
        client.askForToken()
                .then()
                .statusCode(401)
                .body("error", equalTo("invalid_client"))
                .body("error_description", equalTo("The client is disabled: ask an administrator to enable it."));
        // And whoever does not have the secret is not told so
        assertRefused(client.askForToken("ymc_wrong"));
        admin.change(client.id(), "{\"is_active\": true}").then().statusCode(200);
        assertNotRevoked(Claims.of(client.token()).sid());
    }

    @Test
    void aDeletedClientIsGoneWithItsTokens() {
        Made client = admin.make("*");
        Claims before = Claims.of(client.token());

        admin.delete(client.id()).then().statusCode(204);

        admin.delete(client.id()).then().statusCode(404).body("code", equalTo("not_found"));
        admin.get(client.id()).then().statusCode(404);
        admin.change(client.id(), "{\"is_active\": true}").then().statusCode(404);
        admin.replaceSecret(client.id(), "{}").then().statusCode(404);
        assertRefused(client.askForToken());
        assertRevoked(before.sid());
        // Another client of that name is another one
        Response again = admin.create(Map.of("client_id", client.id(), "task_types", List.of("*")));
        assertRefused(client.askForToken());
        assertThat(Claims.of(new Made(client.id(), again.path("client_secret")).token())
                        .sid())
                .isNotEqualTo(before.sid());
        assertThat(audited(client.id()).stream().filter(action -> !action.equals("client.refused")))
                .containsExactly("client.created", "client.deleted", "client.created");
    }

    @Test
    void theOperatorsClientsAreNotChangedHere() {
        admin.create(Map.of("client_id", CLIENT_ID, "task_types", List.of("*")))
                .then()
                .statusCode(409)
                .body("errors[0].pointer", equalTo("/client_id"));
        admin.change(CLIENT_ID, "{\"is_active\": false}").then().statusCode(409);
        admin.replaceSecret(CLIENT_ID, "{}").then().statusCode(409);
        admin.delete(CLIENT_ID).then().statusCode(409).body("code", equalTo("conflict"));

        Administrator.askForToken(CLIENT_ID, CLIENT_SECRET).then().statusCode(200);
    }

    @Test
    void aClientThatCameIntoTheFileLaterTakesThePlaceOfTheOneHere() {
        // Given a client of the database whose name the operator has used as well
        String secret = "ymc_of-the-database";
        database.preparedQuery("""
                        insert into clients (client_id, secret_hash, task_types, grant_id, created_at, created_by, secret_changed_at)
                        values ($1, sha256($2::bytea), '{*}', gen_random_uuid(), now(), 'a test', now())
                        on conflict do nothing
                        """).executeAndAwait(Tuple.of(CLIENT_ID, io.vertx.core.buffer.Buffer.buffer(secret)));

        try {
            assertRefused(Administrator.askForToken(CLIENT_ID, secret));
            Administrator.askForToken(CLIENT_ID, CLIENT_SECRET).then().statusCode(200);
            List<String> listed = admin.asks()
                    .queryParam("limit", 200)
                    .get("/clients")
                    .jsonPath()
                    .getList("items.client_id", String.class);
            assertThat(listed).doesNotHaveDuplicates();
            admin.get(CLIENT_ID).then().body("source", equalTo("file"));
        } finally {
            database.preparedQuery("delete from clients where client_id = $1").executeAndAwait(Tuple.of(CLIENT_ID));
        }
    }

    @Test
    void ofManyThatMakeTheSameClientOneDoes() throws Exception {
        String id = Administrator.freshId();
        Callable<Response> make = () -> admin.create(Map.of("client_id", id, "task_types", List.of("*")));

        List<Response> answers;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Response>> running =
                    IntStream.range(0, 8).mapToObj(i -> threads.submit(make)).toList();
            answers = new ArrayList<>();
            for (Future<Response> one : running) {
                answers.add(one.get());
            }
        }

        Map<Integer, Long> statuses =
                answers.stream().collect(Collectors.groupingBy(Response::statusCode, Collectors.counting()));
        assertThat(statuses).isEqualTo(Map.of(201, 1L, 409, 7L));
        Response winner = answers.stream()
                .filter(answer -> answer.statusCode() == 201)
                .findFirst()
                .orElseThrow();
        new Made(id, winner.path("client_secret")).token();
        assertThat(audited(id)).containsExactly("client.created");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "client_secret",
                "secret_hash",
                "grant_id",
                "source",
                "created_by",
                "is_active",
                "role",
                "groups",
                "scope"
            })
    void nothingIsTakenThatIsNotAskedFor(String member) {
        String id = Administrator.freshId();

        Response response = admin.create(Map.of("client_id", id, "task_types", List.of("empty"), member, "known"));

        response.then().statusCode(422).body("errors[0].pointer", equalTo("/" + member));
        admin.get(id).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"client_id", "client_secret", "secret_hash", "grant_id", "source", "created_by", "last_used_at"})
    void nothingElseCanBeChanged(String member) {
        Made client = admin.make("empty");
        String before = admin.get(client.id()).asString();

        Response response = admin.change(client.id(), "{\"is_active\": false, \"%s\": \"known\"}".formatted(member));

        response.then().statusCode(422).body("errors[0].pointer", equalTo("/" + member));
        assertThat(admin.get(client.id()).asString()).isEqualTo(before);
        admin.replaceSecret(client.id(), "{\"%s\": \"known\"}".formatted(member))
                .then()
                .statusCode(422);
        client.token();
    }

    @Test
    void onlyAdministratorsComeIn() {
        Made client = admin.make("*");
        String user = Ada.registered().token();
        String service = client.token();
        Map<Method, List<String>> routes = Map.of(
                Method.GET, List.of("/clients", "/clients/" + client.id()),
                Method.POST, List.of("/clients", "/clients/%s/secret".formatted(client.id())),
                Method.PATCH, List.of("/clients/" + client.id()),
                Method.DELETE, List.of("/clients/" + client.id()));

        routes.forEach((method, paths) -> paths.forEach(path -> {
            RequestSpecification stranger = given().contentType(ContentType.JSON);
            (method == Method.GET ? stranger : stranger.body("{}"))
                    .request(method, path)
                    .then()
                    .statusCode(401);
            for (String token : List.of(user, service)) {
                RequestSpecification known = given().auth().oauth2(token).contentType(ContentType.JSON);
                (method == Method.GET ? known : known.body("{}"))
                        .request(method, path)
                        .then()
                        .statusCode(403)
                        .body("code", equalTo("forbidden"));
            }
        }));

        client.token();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a b",
                "a:b",
                "..",
                ".hidden",
                "-rf",
                "ä",
                "a\\u0000",
                "a\\n",
                "a/b",
                "x' or '1'='1",
                "a;drop table clients",
                "01890a5d-ac96-774b-bcce-b302099a8057",
                "01890A5D-AC96-774B-BCCE-B302099A8057",
                "\\ud800"
            })
    void refusesNamesThatAreNone(String name) {
        Response response = admin.create("{\"client_id\": \"%s\", \"task_types\": [\"*\"]}".formatted(name));

        response.then().statusCode(422).body("errors[0].pointer", equalTo("/client_id"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            []                  | /task_types
            null                | /task_types
            ["*", "empty"]      | /task_types
            ["UPPER"]           | /task_types/0
            ["empty", "a b"]    | /task_types/1
            ["empty", null]     | /task_types/1
            ["a\\u0000"]        | /task_types/0
            ["x' or '1'='1"]    | /task_types/0
            ["**"]              | /task_types/0
            "empty"             | /task_types
            [["empty"]]         | /task_types/0
            """)
    void refusesTaskTypesThatAreNone(String types, String pointer) {
        Made client = admin.make("empty");

        Response created =
                admin.create("{\"client_id\": \"%s\", \"task_types\": %s}".formatted(Administrator.freshId(), types));
        Response changed = admin.change(client.id(), "{\"task_types\": %s}".formatted(types));

        created.then().statusCode(422).body("errors[0].pointer", equalTo(pointer));
        changed.then().statusCode(422);
        admin.get(client.id()).then().body("task_types", contains("empty"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a\\u0000b\"", "\"\\ud800\"", "{}", "[]"})
    void refusesADescriptionThatTheDatabaseCannotHold(String description) {
        Made client = admin.make("empty");

        Response created = admin.create("{\"client_id\": \"%s\", \"task_types\": [\"*\"], \"description\": %s}"
                .formatted(Administrator.freshId(), description));
        Response changed = admin.change(client.id(), "{\"description\": %s}".formatted(description));

        created.then().statusCode(422).body("errors[0].pointer", equalTo("/description"));
        changed.then().statusCode(422).body("errors[0].pointer", equalTo("/description"));
    }

    @Test
    void keepsADescriptionAsItIs() {
        String text = "'; drop table clients; -- <script>alert(1)</script>\n\t%s ${jndi:ldap://x} \u202e 😀";
        String id = Administrator.freshId();

        admin.create(Map.of("client_id", id, "task_types", List.of("*"), "description", text))
                .then()
                .statusCode(201);

        admin.get(id).then().body("description", equalTo(text));
        admin.create(Map.of(
                        "client_id",
                        Administrator.freshId(),
                        "task_types",
                        List.of("*"),
                        "description",
                        "x".repeat(501)))
                .then()
                .statusCode(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "86401", "99999999999", "\"a\"", "[]"})
    void refusesAnOverlapThatMakesNoSense(String seconds) {
        Made client = admin.make("*");

        Response response = admin.replaceSecret(client.id(), "{\"overlap_seconds\": %s}".formatted(seconds));

        response.then().statusCode(422).body("errors[0].pointer", equalTo("/overlap_seconds"));
        client.token();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "[]", "{\"is_active\": null}", "{\"is_active\": \"maybe\"}"})
    void refusesAChangeOfNothing(String body) {
        Made client = admin.make("*");

        admin.change(client.id(), body).then().statusCode(422).contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "x' or '1'='1", "a\u0000b", "%00", "..", "%2e%2e%2f", "*", "\ud83d\ude00"})
    void aClientThatIsNotThereIsNotFound(String id) {
        admin.get(id).then().statusCode(404);
        admin.delete(id).then().statusCode(404);
        admin.change(id, "{\"is_active\": false}").then().statusCode(404);
        admin.replaceSecret(id, "{}").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=201", "limit=x", "cursor=%00"})
    void refusesAPageThatMakesNoSense(String query) {
        admin.asks().urlEncodingEnabled(false).get("/clients?" + query).then().statusCode(422);
    }

    @Test
    void anUnknownClientAndAWrongSecretLookAlike() {
        Made client = admin.make("*");

        Response unknown = Administrator.askForToken(Administrator.freshId(), "ymc_wrong");
        Response wrong = client.askForToken("ymc_wrong");
        Response ofFile = Administrator.askForToken(CLIENT_ID, "ymc_wrong");

        assertRefused(unknown);
        assertThat(wrong.asString()).isEqualTo(unknown.asString());
        assertThat(ofFile.asString()).isEqualTo(unknown.asString());
        assertThat(wrong.getHeaders().asList().stream().map(Object::toString))
                .containsExactlyInAnyOrderElementsOf(unknown.getHeaders().asList().stream()
                        .map(Object::toString)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "x' or '1'='1", "%", "\ud83d\ude00", "a:b", "<script>"})
    void aNameThatIsNoneIsNobodys(String id) {
        assertRefused(Administrator.askForToken(id, "ymc_wrong"));
        assertRefused(Administrator.askForToken(id, id));
    }

    @Test
    void aFloodOfWrongSecretsIsOneEventInAMinute() {
        Made client = admin.make("*");

        for (int i = 0; i < 50; i++) {
            assertRefused(client.askForToken("ymc_wrong-" + i));
        }

        // Two if the minute ended meanwhile
        assertThat(audited(client.id()).stream().filter("client.refused"::equals))
                .hasSizeBetween(1, 3);
    }

    @Test
    void useIsNotedOnceAMinute() {
        Made client = admin.make("*");
        client.token();
        String first = admin.get(client.id()).path("last_used_at");
        client.token();
        String second = admin.get(client.id()).path("last_used_at");
        database.preparedQuery("update clients set last_used_at = now() - interval '61 seconds' where client_id = $1")
                .executeAndAwait(Tuple.of(client.id()));
        client.token();

        assertThat(second).isEqualTo(first);
        admin.get(client.id()).then().body("last_used_at", not(equalTo(first)));
        // Using a wrong secret is no use
        Made other = admin.make("*");
        other.askForToken("ymc_wrong");
        admin.get(other.id()).then().body("last_used_at", nullValue());
    }

    @Test
    void everyChangeIsAudited() {
        Made client = admin.make("*");
        admin.change(client.id(), "{\"task_types\": [\"empty\"]}").then().statusCode(200);
        replaced(client, "{}");
        admin.delete(client.id()).then().statusCode(204);

        assertThat(audited(client.id()))
                .containsExactly("client.created", "client.changed", "client.changed", "client.deleted");
        List<String> actors = ask("select distinct actor from audit_events where target = $1", client.id());
        assertThat(actors).containsExactly(admin.userId());
    }

    @Test
    void secretsAreNowhereButInTheAnswer() {
        try (Printed log = new Printed()) {
            Made client = admin.make("*");
            client.token();
            client.askForToken(client.secret() + "x");
            Made renewed = replaced(client, "{\"overlap_seconds\": 60}");
            renewed.token();

            for (String secret : List.of(client.secret(), renewed.secret())) {
                assertThat(log.text()).doesNotContain(secret);
                assertThat(ask("select c::text from clients c where client_id = $1", client.id()))
                        .allSatisfy(row -> assertThat(row).doesNotContain(secret));
                assertThat(ask("select a::text from audit_events a where target = $1", client.id()))
                        .isNotEmpty()
                        .allSatisfy(row -> assertThat(row).doesNotContain(secret));
                assertThat(admin.get(client.id()).asString()).doesNotContain(secret);
                assertThat(admin.asks().queryParam("limit", 200).get("/clients").asString())
                        .doesNotContain(secret);
            }
        }
    }

    /** Whoever has the table has nothing to send: the digest of a secret is no secret. */
    @Test
    void aStolenTableIsOfNoUse() {
        Made client = admin.make("*");
        List<String> stolen = ask("""
                select unnest(array[encode(secret_hash, 'hex'), encode(secret_hash, 'base64'), 'ymc_' || encode(secret_hash, 'hex'),
                    grant_id::text]) from clients where client_id = $1
                """, client.id());

        assertThat(stolen).hasSize(4).allSatisfy(value -> assertRefused(client.askForToken(value)));
        client.token();
    }

    private Made replaced(Made client, String body) {
        Response replaced = admin.replaceSecret(client.id(), body);
        replaced.then().statusCode(200);
        return new Made(client.id(), replaced.path("client_secret"));
    }

    private List<String> audited(String clientId) {
        return ask("select action from audit_events where target = $1 order by id", clientId);
    }

    private List<String> ask(String sql, String parameter) {
        return StreamSupport.stream(
                        database.preparedQuery(sql)
                                .executeAndAwait(Tuple.of(parameter))
                                .spliterator(),
                        false)
                .map(row -> row.getString(0))
                .toList();
    }

    private static void assertRefused(Response response) {
        response.then()
                .statusCode(401)
                .header("Cache-Control", equalTo("no-store"))
                .body("error", equalTo("invalid_client"))
                .body("error_description", equalTo("The client or its secret is wrong."));
    }

    private static void assertRevoked(@Nullable UUID grant) {
        given().get("/auth/revocations").then().body("items.id", hasItem("" + grant));
    }

    private static void assertNotRevoked(UUID grant) {
        given().get("/auth/revocations").then().body("items.id", everyItem(not(equalTo(grant.toString()))));
    }
}
