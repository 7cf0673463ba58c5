package io.ymera.auth.apikey;

import static io.restassured.RestAssured.given;
import static io.ymera.auth.AuthFilesResource.CLIENT_ID;
import static io.ymera.auth.AuthFilesResource.CLIENT_SECRET;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.ymera.auth.Ada;
import io.ymera.auth.Claims;
import io.ymera.auth.Printed;
import io.ymera.auth.origin.Origin;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@SuppressWarnings("NullAway.Init") // Quarkus sets them
class ApiKeyResourceTest {

    private static final String READ = "{\"name\": \"laptop\", \"scopes\": [\"tasks:read\"]}";

    @Inject
    Pool database;

    @Inject
    ApiKeyService keys;

    @Inject
    OpaqueApiKeys opaque;

    @Test
    void aKeyIsShownOnce() {
        String user = Ada.registered().token();

        Response created = create(user, "{\"name\": \"laptop\", \"scopes\": [\"tasks:write\", \"tasks:read\"]}");

        created.then()
                .statusCode(201)
                .header("Cache-Control", equalTo("no-store"))
                .header("Location", equalTo("/users/me/api-keys/" + created.path("id")))
                .body("key", matchesPattern("ymk_[a-zA-Z0-9_-]{49}"))
                .body("name", equalTo("laptop"))
                .body("scopes", contains("tasks:read", "tasks:write"));
        String key = created.path("key");
        assertThat(key).startsWith(created.<String>path("prefix"));
        assertThat(created.<String>path("prefix")).hasSize(12);
        assertThat(daysLeft(created)).isEqualTo(90);
        Response listed = list(user);
        listed.then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].id", equalTo(created.path("id")))
                .body("items[0].expires_at", equalTo(created.path("expires_at")))
                .body("items[0].last_used_at", nullValue());
        assertThat(listed.asString()).doesNotContain(key, "hash");
    }

    @Test
    void isExchangedForATokenOfFiveMinutes() {
        Ada ada = Ada.registered();
        Response created = create(ada.token(), "{\"name\": \"k\", \"scopes\": [\"tasks:write\", \"agents:read\"]}");

        Response exchanged = exchange(created.path("key"));

        exchanged
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("token_type", equalTo("Bearer"))
                .body("expires_in", equalTo(300))
                .body("issued_token_type", equalTo("urn:ietf:params:oauth:token-type:access_token"))
                .body("scope", equalTo("agents:read tasks:write"))
                .body("refresh_token", nullValue());
        Claims claims = Claims.of(exchanged.path("access_token"));
        assertThat(claims.text("sid")).isEqualTo(created.path("id"));
        assertThat(claims.text("upn")).isEqualTo(ada.username());
        assertThat(claims.json().getList("groups")).isEqualTo(List.of("user"));
        assertThat(claims.text("scope").split(" ")).containsExactlyInAnyOrder("agents:read", "tasks:write");
        assertThat(claims.json().getLong("exp") - claims.json().getLong("iat")).isEqualTo(300);
        assertThat(claims.text("task_types")).isNull();
    }

    @Test
    void noTokenOutlivesItsKey() {
        Response created = create(Ada.registered().token(), READ);
        database.preparedQuery("update api_keys set expires_at = now() + interval '1 minute' where id = $1")
                .executeAndAwait(Tuple.of(UUID.fromString(created.path("id"))));

        Response exchanged = exchange(created.path("key"));

        assertThat(exchanged.<Integer>path("expires_in")).isBetween(1, 60);
    }

    @Test
    void lessCanBeAskedForAndNotMore() {
        Response created =
                create(Ada.registered().token(), "{\"name\": \"k\", \"scopes\": [\"tasks:write\", \"agents:read\"]}");

        exchange(created.path("key"), Map.of("scope", "agents:read"))
                .then()
                .statusCode(200)
                .body("scope", equalTo("agents:read"));
        for (String more : List.of("users:write", "agents:read users:read", "agents:read ", "*", "a\u0000")) {
            exchange(created.path("key"), Map.of("scope", more))
                    .then()
                    .statusCode(400)
                    .body("error", equalTo("invalid_scope"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "subject_token_type,urn:ietf:params:oauth:token-type:access_token",
        "subject_token_type,''",
        "subject_token,''",
        "requested_token_type,urn:ietf:params:oauth:token-type:refresh_token"
    })
    void anotherExchangeIsNone(String parameter, String value) {
        Response created = create(Ada.registered().token(), READ);

        Response response = exchange(created.path("key"), Map.of(parameter, value));

        response.then().statusCode(400).body("error", equalTo("invalid_request"));
    }

    @Test
    void carriesTheRoleThatItsUserHasNow() {
        Ada ada = Ada.registered();
        Response created = create(ada.token(), READ);

        setUser(ada, "role = 'admin'");

        assertThat(Claims.of(exchange(created.path("key")).path("access_token"))
                        .json()
                        .getList("groups"))
                .isEqualTo(List.of("admin"));
        setUser(ada, "role = 'user'");
        assertThat(Claims.of(exchange(created.path("key")).path("access_token"))
                        .json()
                        .getList("groups"))
                .isEqualTo(List.of("user"));
    }

    @Test
    void endsWhenItIsDeletedHoweverOften() {
        String user = Ada.registered().token();
        Response created = create(user, READ);
        exchange(created.path("key")).then().statusCode(200);

        delete(user, created.path("id")).then().statusCode(204);

        delete(user, created.path("id")).then().statusCode(204);
        assertNotGood(exchange(created.path("key")));
        assertRevoked(created.path("id"));
        list(user).then().body("items[0].revoked_at", notNullValue());
        assertThat(audited(created.path("id")))
                .containsExactly("api_key.created", "api_key.revoked", "api_key.refused");
    }

    @Test
    void endsByItself() {
        Response created = create(Ada.registered().token(), READ);

        database.preparedQuery("update api_keys set expires_at = now() where id = $1")
                .executeAndAwait(Tuple.of(UUID.fromString(created.path("id"))));

        assertNotGood(exchange(created.path("key")));
    }

    @Test
    void isOfNoUseWhileItsUserIsNotActive() {
        Ada ada = Ada.registered();
        String token = ada.token();
        Response created = create(token, READ);

        setUser(ada, "is_active = false");

        assertNotGood(exchange(created.path("key")));
        assertThat(opaque.introspect(created.path("key")).await().indefinitely())
                .isEmpty();
        create(token, READ).then().statusCode(401);
    }

    @Test
    void allOfAUserEndTogether() {
        Ada ada = Ada.registered();
        String user = ada.token();
        List<Response> created = List.of(create(user, READ), create(user, READ));
        Response ofAnother = create(Ada.registered().token(), READ);
        UUID userId = UUID.fromString(Claims.of(user).text("sub"));

        List<UUID> ended = database.withTransaction(transaction -> keys.revokeAll(transaction, userId, "deactivated"))
                .await()
                .indefinitely();

        created.forEach(key -> assertNotGood(exchange(key.path("key"))));
        assertThat(ended)
                .extracting(UUID::toString)
                .containsExactlyInAnyOrder(
                        created.get(0).path("id"), created.get(1).path("id"));
        exchange(ofAnother.path("key")).then().statusCode(200);
        assertThat(ask("select details ->> 'reason' from audit_events where target = $1", userId.toString()))
                .contains("deactivated");
    }

    @Test
    void nobodySeesOrEndsAnothers() {
        String ada = Ada.registered().token();
        String mallory = Ada.registered().token();
        Response created = create(ada, READ);

        Response others = delete(mallory, created.path("id"));
        Response nobodys = delete(mallory, UUID.randomUUID().toString());

        others.then().statusCode(404);
        nobodys.then().statusCode(404);
        assertThat(others.<String>path("detail")).isEqualTo(nobodys.path("detail"));
        list(mallory).then().body("items", empty());
        exchange(created.path("key")).then().statusCode(200);
    }

    @Test
    void servicesAndStrangersHaveNone() {
        String service = given().formParam("grant_type", "client_credentials")
                .formParam("client_id", CLIENT_ID)
                .formParam("client_secret", CLIENT_SECRET)
                .post("/auth/token")
                .path("access_token");

        create(service, READ).then().statusCode(403);
        list(service).then().statusCode(403);
        delete(service, UUID.randomUUID().toString()).then().statusCode(403);
        given().get("/users/me/api-keys").then().statusCode(401);
        given().contentType(ContentType.JSON)
                .body(READ)
                .post("/users/me/api-keys")
                .then()
                .statusCode(401);
    }

    @Test
    void thereAreAtMostFiftyEvenWhenManyAreMadeAtOnce() throws Exception {
        Ada ada = Ada.registered();
        String user = ada.token();
        UUID userId = UUID.fromString(Claims.of(user).text("sub"));
        insertKeys(userId, 45, "null");

        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(10)) {
            List<Future<Integer>> running = IntStream.range(0, 20)
                    .mapToObj(i -> threads.submit(() -> create(user, READ).statusCode()))
                    .toList();
            for (Future<Integer> one : running) {
                statuses.add(one.get());
            }
        }

        assertThat(statuses.stream().filter(status -> status == 201)).hasSize(5);
        assertThat(statuses.stream().filter(status -> status == 409)).hasSize(15);
        // Those that are over do not count
        String one = list(user).path("items[0].id");
        delete(user, one).then().statusCode(204);
        create(user, READ).then().statusCode(201);
    }

    @Test
    void ofThoseThatAreOverTheNewestAreKept() {
        String user = Ada.registered().token();
        insertKeys(UUID.fromString(Claims.of(user).text("sub")), 120, "now()");

        Response created = create(user, READ);

        created.then().statusCode(201);
        list(user).then().body("items", hasSize(51)).body("items[0].id", equalTo(created.path("id")));
    }

    @ParameterizedTest
    @CsvSource({"1,1", "365,365"})
    void expiresWhenItsUserWants(int days, int expected) {
        Response created = create(
                Ada.registered().token(),
                "{\"name\": \"k\", \"scopes\": [\"tasks:read\"], \"expires_in_days\": %d}".formatted(days));

        created.then().statusCode(201);
        assertThat(daysLeft(created)).isEqualTo(expected);
    }

    @Test
    void expiresAtATimeToTheMicrosecond() {
        Instant wanted = Instant.now().plus(Duration.ofDays(3)).plusNanos(123_456_789);
        Response created = create(
                Ada.registered().token(),
                "{\"name\": \"k\", \"scopes\": [\"tasks:read\"], \"expires_at\": \"%s\"}".formatted(wanted));

        created.then().statusCode(201);
        assertThat(Instant.parse(created.path("expires_at"))).isBetween(wanted.minusNanos(1_000), wanted);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "expires_in_days": 0                                | /expires_in_days
            "expires_in_days": -1                               | /expires_in_days
            "expires_in_days": 366                              | /expires_in_days
            "expires_in_days": 99999999999                      | /expires_in_days
            "expires_in_days": "soon"                           | /expires_in_days
            "expires_at": "2020-01-01T00:00:00Z"                | /expires_at
            "expires_at": "2999-01-01T00:00:00Z"                | /expires_at
            "expires_at": "+1000000000-12-31T23:59:59.999999999Z" | /expires_at
            "expires_at": "tomorrow"                            | /expires_at
            "expires_at": 1e300                                 | /expires_at
            "expires_at": 99999999999999999999                  | /expires_at
            "expires_at": {}                                    | /expires_at
            "expires_at": "2999-01-01T00:00:00Z", "expires_in_days": 1 | /expires_in_days
            """)
    void refusesAnExpiryThatMakesNoSense(String member, String pointer) {
        Response response = create(
                Ada.registered().token(), "{\"name\": \"k\", \"scopes\": [\"tasks:read\"], %s}".formatted(member));

        response.then().statusCode(422).body("errors[0].pointer", equalTo(pointer));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            []                          | /scopes
            null                        | /scopes
            "tasks:read"                | /scopes
            ["*"]                       | /scopes/0
            ["admin"]                   | /scopes/0
            ["tasks"]                   | /scopes/0
            ["tasks:read", "auth:read"] | /scopes/1
            ["tasks:delete"]            | /scopes/0
            ["TASKS:READ"]              | /scopes/0
            ["tasks:read "]             | /scopes/0
            ["tasks:read", null]        | /scopes/1
            ["a\\u0000"]                | /scopes/0
            ["clients:write"]           | /scopes/0
            """)
    void refusesScopesThatAreNone(String scopes, String pointer) {
        Response response = create(Ada.registered().token(), "{\"name\": \"k\", \"scopes\": %s}".formatted(scopes));

        response.then().statusCode(422).body("errors[0].pointer", equalTo(pointer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "null", "\"a\\u0000\"", "\"\\ud800\"", "\"a\\nb\"", "[]"})
    void refusesANameThatIsNone(String name) {
        Response response =
                create(Ada.registered().token(), "{\"name\": %s, \"scopes\": [\"tasks:read\"]}".formatted(name));

        response.then().statusCode(422).body("errors[0].pointer", equalTo("/name"));
    }

    @Test
    void keepsANameAsItIs() {
        String user = Ada.registered().token();
        String name = "'; drop table api_keys; -- <b>%s</b> ${jndi:x} 😀";

        create(user, Map.of("name", name, "scopes", List.of("tasks:read")))
                .then()
                .statusCode(201);

        list(user).then().body("items.name", contains(name));
        create(user, Map.of("name", "x".repeat(101), "scopes", List.of("tasks:read")))
                .then()
                .statusCode(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "user_id", "key", "hash", "prefix", "role", "created_at", "expires_in_day", "scope"})
    void nothingIsTakenThatIsNotAskedFor(String member) {
        String user = Ada.registered().token();

        Response response = create(user, Map.of("name", "k", "scopes", List.of("tasks:read"), member, "known"));

        response.then().statusCode(422).body("errors[0].pointer", equalTo("/" + member));
        list(user).then().body("items", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1-1-1-1-1", "a\u0000b", "' or 1=1", "00000000-0000-0000-0000-000000000000"})
    void aKeyThatIsNotThereIsNotFound(String id) {
        delete(Ada.registered().token(), id).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "ymk_", "ymk_\u0000", "' or 1=1", "eyJhbGciOiJub25lIn0.e30.", "ymc_x", "😀"})
    void whatIsNoKeyIsNotGood(String text) {
        assertNotGood(exchange(text));
    }

    @Test
    void aKeyThatWasNeverMadeIsNotGood() {
        assertNotGood(exchange(KeyText.create().value()));
    }

    @Test
    void aDamagedCopyIsNotGood() {
        String key = create(Ada.registered().token(), READ).path("key");

        for (String copy :
                List.of(key.substring(0, 52), key + "=", " " + key, key.toLowerCase(Locale.ROOT), "Bearer " + key)) {
            assertNotGood(exchange(copy));
        }
    }

    @Test
    void useIsNotedOnceAMinute() {
        String user = Ada.registered().token();
        Response created = create(user, READ);
        exchange(created.path("key"));
        String first = list(user).path("items[0].last_used_at");
        exchange(created.path("key"));
        String second = list(user).path("items[0].last_used_at");
        database.preparedQuery("update api_keys set last_used_at = now() - interval '61 seconds' where id = $1")
                .executeAndAwait(Tuple.of(UUID.fromString(created.path("id"))));
        exchange(created.path("key"));

        assertThat(first).isNotNull().isEqualTo(second);
        assertThat(list(user).<String>path("items[0].last_used_at")).isNotEqualTo(first);
    }

    @Test
    void isIntrospectedAndRevokedByItself() {
        Ada ada = Ada.registered();
        Response created = create(ada.token(), READ);
        String key = created.path("key");

        var found = opaque.introspect(key).await().indefinitely().orElseThrow();

        assertThat(opaque.recognises(key)).isTrue();
        assertThat(opaque.recognises("ymr_x")).isFalse();
        assertThat(found.tokenType()).isEqualTo("api_key");
        assertThat(found.username()).isEqualTo(ada.username());
        assertThat(found.grantId()).hasToString(created.path("id"));
        assertThat(found.scope()).isEqualTo("tasks:read");
        assertThat(found.expiresAt()).isEqualTo(created.path("expires_at"));
        opaque.revoke(key, Origin.NONE).await().indefinitely();
        opaque.revoke(key, Origin.NONE).await().indefinitely();
        opaque.revoke("ymk_x", Origin.NONE).await().indefinitely();
        assertThat(opaque.introspect(key).await().indefinitely()).isEmpty();
        assertThat(opaque.introspect("ymk_x").await().indefinitely()).isEmpty();
        assertNotGood(exchange(key));
        assertRevoked(created.path("id"));
    }

    /** Whoever has the table has nothing to send. */
    @Test
    void aStolenTableHasNoKeyThatIsGood() {
        Response created = create(Ada.registered().token(), READ);
        String key = created.path("key");
        String id = created.path("id");

        List<String> row = ask("select k::text from api_keys k where id::text = $1", id);
        List<String> stolen = ask("""
                select unnest(array[encode(hash, 'hex'), translate(rtrim(encode(hash, 'base64'), '='), '+/', '-_'), prefix, id::text,
                    'ymk_' || encode(hash, 'hex'), 'ymk_' || translate(rtrim(encode(hash, 'base64'), '='), '+/', '-_')])
                from api_keys where id::text = $1
                """, id);

        assertThat(row).hasSize(1);
        // What is told of it is its beginning: 48 of 256 bits
        assertThat(row.getFirst())
                .contains(key.substring(0, 12))
                .doesNotContain(key.substring(12, 20), key.substring(20));
        assertThat(stolen).hasSize(6).allSatisfy(value -> assertNotGood(exchange(value)));
        // Even with the right checksum, which everybody can compute
        assertNotGood(exchange(withChecksum(stolen.getLast())));
        exchange(key).then().statusCode(200);
    }

    @Test
    void aKeyIsNowhereButInTheAnswer() {
        try (Printed log = new Printed()) {
            String user = Ada.registered().token();
            Response created = create(user, READ);
            String key = created.path("key");
            exchange(key);
            delete(user, created.path("id"));
            exchange(key);

            assertThat(log.text()).doesNotContain(key.substring(12));
            assertThat(list(user).asString()).doesNotContain(key.substring(12));
            assertThat(ask("select a::text from audit_events a where target = $1", created.path("id")))
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(row).doesNotContain(key.substring(12)));
        }
    }

    private static String withChecksum(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(US_ASCII));
        String whole = text
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(ByteBuffer.allocate(4)
                                .putInt((int) crc.getValue())
                                .array());
        assertThat(KeyText.read(whole)).as("a key by its looks").isPresent();
        return whole;
    }

    private void insertKeys(UUID userId, int count, String revokedAt) {
        database.preparedQuery("""
                        insert into api_keys (id, user_id, name, prefix, hash, scopes, created_at, expires_at, revoked_at)
                        select overlay(gen_random_uuid()::text placing '00000000' from 1)::uuid, $1, 'k', 'ymk_', sha256(gen_random_uuid()::text::bytea), '{tasks:read}', now(),
                            now() + interval '1 day', %s
                        from generate_series(1, %d)
                        """.formatted(revokedAt, count)).executeAndAwait(Tuple.of(userId));
    }

    private void setUser(Ada ada, String assignment) {
        database.preparedQuery("update users set %s where username = $1".formatted(assignment))
                .executeAndAwait(Tuple.of(ada.username()));
    }

    private List<String> audited(String target) {
        return ask("select action from audit_events where target = $1 order by id", target);
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

    private static long daysLeft(Response created) {
        return Duration.between(Instant.parse(created.path("created_at")), Instant.parse(created.path("expires_at")))
                .toDays();
    }

    private static Response create(String token, Object body) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/users/me/api-keys");
    }

    private static Response list(String token) {
        return given().auth().oauth2(token).get("/users/me/api-keys");
    }

    private static Response delete(String token, String id) {
        return given().auth().oauth2(token).delete("/users/me/api-keys/{id}", id);
    }

    private static Response exchange(String key) {
        return exchange(key, Map.of());
    }

    private static Response exchange(String key, Map<String, String> other) {
        Map<String, String> form = new HashMap<>(Map.of(
                "grant_type",
                "urn:ietf:params:oauth:grant-type:token-exchange",
                "subject_token",
                key,
                "subject_token_type",
                ApiKeyGrant.SUBJECT_TYPE));
        form.putAll(other);
        return given().formParams(form).post("/auth/token");
    }

    private static void assertNotGood(Response response) {
        response.then()
                .statusCode(400)
                .body("error", equalTo("invalid_grant"))
                .body("error_description", equalTo("The API key is not good, or no longer."));
    }

    private static void assertRevoked(String grant) {
        given().get("/auth/revocations").then().body("items.id", hasItem(grant));
    }
}
