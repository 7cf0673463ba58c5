package io.ymera.auth.external;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.ymera.auth.Ada;
import io.ymera.auth.external.ScriptedProvider.Code;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sign-in through a provider that we script: who becomes who, and what browsers and attackers can try. */
@QuarkusTest
@WithTestResource(
        value = ScriptedProviderResource.class,
        initArgs = {
            @ResourceArg(name = "JWT_ISSUER", value = "https://ymera.example.org"),
            @ResourceArg(name = "OIDC_AUTO_REGISTER", value = "true"),
            @ResourceArg(name = "OIDC_EMAIL_DOMAINS", value = "example.com,Example.ORG")
        })
class ExternalResourceTest {

    @Inject
    Pool database;

    private final Browser browser = new Browser();

    @Test
    void saysWhatThereIs() {
        given().get("/auth/external")
                .then()
                .statusCode(200)
                .body("providers.name", equalTo(List.of("Tests")))
                .body("providers.login_path", equalTo(List.of("/api/v1/auth/external/login")));
    }

    @Test
    void sendsTheBrowserToTheProvider() {
        Response response =
                given().redirects().follow(false).get("/auth/external/login?return_url=https://evil.example");

        response.then()
                .statusCode(302)
                .header("Cache-Control", equalTo("no-store"))
                .header("Location", not(containsString("evil")));
        assertThat(response.header("Location")).matches("http://127\\.0\\.0\\.1:[0-9]+/authorize\\?.*");
        assertThat(Browser.query(java.net.URI.create(response.header("Location")))
                        .parameters())
                .containsEntry("tenant", "1")
                .containsEntry("response_type", "code")
                .containsEntry("client_id", "ymera")
                .containsEntry("scope", "openid profile email")
                .containsEntry("redirect_uri", "https://ymera.example.org/api/v1/auth/external/callback")
                .containsEntry("code_challenge_method", "S256")
                .containsKeys("state", "nonce", "code_challenge");
        assertThat(response.header("Set-Cookie"))
                .matches("__Host-ymera-sign-in=[A-Za-z0-9_-]{43}; Path=/; Max-Age=600; HttpOnly; SameSite=Lax; Secure");
    }

    @Test
    void somebodyNewBecomesAUserAndStaysTheSame() {
        String name = fresh();

        Response first = signIn(new Browser(), claims(name));

        first.then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("token_type", equalTo("Bearer"))
                .body("refresh_token", notNullValue())
                .body("user.username", equalTo(name))
                .body("user.email", equalTo(name + "@example.com"))
                .body("user.full_name", equalTo("Ada " + name))
                .body("user.role", equalTo("user"));
        given().auth()
                .oauth2(first.path("access_token"))
                .get("/users/me")
                .then()
                .statusCode(200)
                .body("user_id", equalTo(first.path("user_id")));
        Ada.post("/auth/refresh", Map.of("refresh_token", first.<String>path("refresh_token")))
                .then()
                .statusCode(200);
        Map<String, Object> renamed = claims(name);
        renamed.put("email", "other-" + name + "@example.com");
        renamed.put("preferred_username", "somebody-else");
        Response second = signIn(new Browser(), renamed);
        second.then().statusCode(200).body("user_id", equalTo(first.path("user_id")));
        assertThat(audited(first.path("user_id"))).contains("user.registered", "external.linked", "login.succeeded");
        Ada.login(name, "a difference engine").then().statusCode(401);
    }

    @Test
    void aNameThatIsTakenIsNotTakenOver() {
        Ada ada = Ada.registered();
        Map<String, Object> claims = claims(fresh());
        claims.put("preferred_username", ada.username().toUpperCase(Locale.ROOT));

        Response response = signIn(browser, claims);

        response.then()
                .statusCode(200)
                .body("user.username", equalTo(ada.username().toUpperCase(Locale.ROOT) + "-2"));
        assertThat(response.<String>path("user_id")).isNotEqualTo(ada.login().path("user_id"));
    }

    @Test
    void anAccountIsNotGivenToWhoeverHasItsAddressAtTheProvider() {
        Ada ada = Ada.registered();
        Map<String, Object> claims = claims(fresh());
        claims.put("email", ada.email().toUpperCase(Locale.ROOT));

        Response response = signIn(browser, claims);

        response.then()
                .statusCode(409)
                .body("code", equalTo("conflict"))
                .body("detail", containsString("Log in to it and link it"))
                .body("access_token", nullValue());
        assertThat(identities(ada.login().path("user_id"))).isZero();
        signIn(new Browser(), claims).then().statusCode(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"unverified", "another domain", "no address", "no address at all"})
    void whoIsNotWelcomeIsRefused(String why) {
        String name = fresh();
        Map<String, Object> claims = claims(name);
        switch (why) {
            case "unverified" -> claims.put("email_verified", false);
            case "another domain" -> claims.put("email", name + "@sub.example.com");
            case "no address" -> claims.put("email", name + "\0@example.com");
            default -> claims.remove("email");
        }

        Response response = browserBack(browser, Code.of(claims, Map.of("sub", name)));

        response.then().statusCode(403).body("code", equalTo("forbidden"));
        assertThat(count("select count(*) from users where username = $1", name))
                .isZero();
    }

    @Test
    void whoWasDeactivatedIsRefused() {
        String name = fresh();
        String user = signIn(new Browser(), claims(name)).path("user_id");
        database.preparedQuery("update users set is_active = false where id = $1")
                .executeAndAwait(Tuple.of(UUID.fromString(user)));

        Response response = signIn(browser, claims(name));

        response.then().statusCode(403).body("detail", containsString("deactivated"));
        assertThat(count("select count(*) from sessions where user_id = $1", UUID.fromString(user)))
                .isEqualTo(1);
    }

    @Test
    void fourAtOnceAreOneUser() throws InterruptedException {
        String name = fresh();

        List<String> users;
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            Callable<String> signIn = () -> signIn(new Browser(), claims(name)).path("user_id");
            users = threads.invokeAll(Collections.nCopies(4, signIn)).stream()
                    .map(Future::resultNow)
                    .toList();
        }

        assertThat(users).hasSize(4).doesNotContainNull();
        assertThat(users.stream().distinct()).hasSize(1);
    }

    @Test
    void aUserLinksTheProviderAndComesInThroughIt() {
        Ada ada = Ada.registered();
        Map<String, Object> claims = claims(fresh());
        claims.put("email", ada.email());
        Browser.Query sent = browser.beginLink(ada);
        claims.put("nonce", sent.get("nonce"));

        Response linked = browser.comeBack(
                "state", sent.get("state"), "code", Code.of(claims).toString());

        linked.then().statusCode(200).body("linked", equalTo(true)).body("provider", equalTo("Tests"));
        String user = ada.login().path("user_id");
        signIn(new Browser(), claims).then().statusCode(200).body("user_id", equalTo(user));
        assertThat(audited(user)).contains("external.linked");
        // and nobody else gets it
        Browser.Query others = browser.beginLink(Ada.registered());
        claims.put("nonce", others.get("nonce"));
        browser.comeBack("state", others.get("state"), "code", Code.of(claims).toString())
                .then()
                .statusCode(409)
                .body("detail", containsString("belongs to another user"));
    }

    /** Else an attacker could have a victim's identity linked to the attacker's account, and wait for the victim's secrets. */
    @Test
    void aLinkIsMadeOnlyInTheBrowserThatAskedForIt() {
        Ada ada = Ada.registered();
        Map<String, Object> claims = claims(fresh());
        Browser.Query sent = new Browser().beginLink(ada);
        claims.put("nonce", sent.get("nonce"));
        browser.begin();

        Response response = browser.comeBack(
                "state", sent.get("state"), "code", Code.of(claims).toString());

        response.then().statusCode(400);
        assertThat(identities(ada.login().path("user_id"))).isZero();
    }

    @Test
    void onlyAUserLinks() {
        Ada.post("/users/me/external", Map.of("password", "a difference engine"))
                .then()
                .statusCode(401);
    }

    /** Whoever has stolen a token can't make a way in of their own. */
    @Test
    void onlyAUserWhoKnowsThePasswordLinks() {
        Ada ada = Ada.registered();

        Response response = link(ada.token(), Map.of("password", "another"));

        response.then()
                .statusCode(401)
                .body("code", equalTo("invalid_credentials"))
                .header("Set-Cookie", nullValue());
        link(ada.token(), Map.of()).then().statusCode(422);
        link(signIn(new Browser(), claims(fresh())).path("access_token"), Map.of("password", "none"))
                .then()
                .statusCode(409);
    }

    @Test
    void aStateIsGoodOnce() {
        Browser.Query sent = browser.begin();
        Map<String, String> cookies = Map.copyOf(browser.cookies());
        Map<String, Object> claims = claims(fresh());
        claims.put("nonce", sent.get("nonce"));
        String code = Code.of(claims).toString();
        browser.comeBack("state", sent.get("state"), "code", code).then().statusCode(200);
        assertThat(browser.cookies()).isEmpty();
        browser.cookies().putAll(cookies);

        Response replayed = browser.comeBack("state", sent.get("state"), "code", code);

        replayed.then().statusCode(400).body("detail", containsString("begin again"));
    }

    @Test
    void aStateIsGoodInItsBrowserOnly() {
        Browser.Query attackers = new Browser().begin();
        browser.begin();
        Map<String, Object> claims = claims(fresh());
        claims.put("nonce", attackers.get("nonce"));

        Response response = browser.comeBack(
                "state", attackers.get("state"), "code", Code.of(claims).toString());

        response.then().statusCode(400).body("access_token", nullValue());
    }

    @Test
    void aStateIsGoodWithItsCookieOnly() {
        Browser.Query sent = browser.begin();
        browser.cookies().clear();

        browser.comeBack("state", sent.get("state"), "code", "c").then().statusCode(400);
    }

    @Test
    void aStateIsGoodForTenMinutes() {
        Browser.Query sent = browser.begin();
        database.query("update external_sign_ins set expires_at = now() - interval '1 second'")
                .executeAndAwait();

        browser.comeBack("state", sent.get("state"), "code", "c").then().statusCode(400);

        new Browser().begin();
        assertThat(count(
                        "select count(*) from external_sign_ins where expires_at < $1",
                        OffsetDateTime.now(ZoneOffset.UTC)))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "' or 1=1--", "\0", "%00", "../..", "💥"})
    void aStateThatNobodyMadeIsRefused(String state) {
        browser.begin();

        browser.comeBack("state", state, "code", "c").then().statusCode(400);
    }

    @Test
    void aCallbackOutOfNowhereIsRefused() {
        browser.comeBack().then().statusCode(400);
        browser.comeBack("error", "access_denied").then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"state", "code", "iss"})
    void aParameterThatIsThereTwiceIsRefused(String name) {
        Browser.Query sent = browser.begin();

        Response response = browser.comeBack("state", sent.get("state"), "code", "c", name, "another", name, "third");

        response.then().statusCode(400);
    }

    @Test
    void aBrowserThatComesBackWithNothingIsRefused() {
        Browser.Query sent = browser.begin();

        browser.comeBack("state", sent.get("state"), "code", " ").then().statusCode(400);
    }

    /** The attacker's own code, put into the victim's sign-in: its ID token is for another nonce. */
    @Test
    void anInjectedCodeIsRefused() {
        Map<String, Object> attackers = claims(fresh());
        attackers.put("nonce", new Browser().begin().get("nonce"));
        Browser.Query victims = browser.begin();

        Response response = browser.comeBack(
                "state", victims.get("state"), "code", Code.of(attackers).toString());

        response.then().statusCode(502).body("code", equalTo("upstream_failed"));
        assertThat(audited(null)).contains("login.failed");
    }

    @Test
    void anAnswerOfAnotherIssuerIsRefused() {
        Browser.Query sent = browser.begin();

        browser.comeBack("state", sent.get("state"), "code", "c", "iss", "https://evil.example")
                .then()
                .statusCode(502);
    }

    @Test
    void whatTheProviderSaysIsShownAsPlainText() {
        Browser.Query sent = browser.begin();

        Response response = browser.comeBack(
                "state",
                sent.get("state"),
                "error",
                "access_denied",
                "error_description",
                "<script>alert('x')</script>\r\nSet-Cookie: a=b\r\n\r\n<h1>" + "long ".repeat(200));

        response.then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("code", equalTo("forbidden"))
                .body("detail", containsString("access_denied (?script?alert(?x?)?/script???Set-Cookie: a=b"))
                .header("Set-Cookie", nullValue());
        assertThat(response.asString()).doesNotContain("<", ">").hasSizeLessThan(800);
    }

    @Test
    void aProviderThatFailsFailsOnlyThisSignIn() {
        browserBack(browser, Code.failing(500)).then().statusCode(503).header("Retry-After", notNullValue());
        browserBack(browser, Code.failing(400)).then().statusCode(401);
        browserBack(browser, Code.ofToken("a.b.c")).then().statusCode(502);

        signIn(browser, claims(fresh())).then().statusCode(200);
    }

    private static Response link(String token, Map<String, String> body) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/users/me/external");
    }

    private static Response signIn(Browser browser, Map<String, Object> claims) {
        return browserBack(browser, Code.of(claims));
    }

    private static Response browserBack(Browser browser, Code code) {
        Browser.Query sent = browser.begin();
        Map<String, Object> claims = new HashMap<>(code.claims());
        claims.put("nonce", sent.get("nonce"));
        Code redeemable = new Code(code.status(), code.idToken(), claims, code.userInfo());
        return browser.comeBack("state", sent.get("state"), "code", redeemable.toString());
    }

    private static String fresh() {
        return Ada.fresh().username();
    }

    private static Map<String, Object> claims(String name) {
        return new HashMap<>(Map.of(
                "sub",
                name,
                "email",
                name + "@example.com",
                "email_verified",
                true,
                "name",
                "Ada " + name,
                "preferred_username",
                name));
    }

    private long identities(String user) {
        return count("select count(*) from external_identities where user_id = $1", UUID.fromString(user));
    }

    private long count(String query, Object argument) {
        return database.preparedQuery(query)
                .executeAndAwait(Tuple.of(argument))
                .iterator()
                .next()
                .getLong(0);
    }

    private List<String> audited(@Nullable String actor) {
        return database
                .preparedQuery(
                        "select action from audit_events where actor is not distinct from $1 and (details ->> 'method' = 'external' or action = 'external.linked')")
                .executeAndAwait(Tuple.of(actor))
                .stream()
                .map(row -> row.getString(0))
                .toList();
    }
}
