package io.ymera.auth.external;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.ymera.auth.Ada;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sign-in through a provider that others have written: its pages are filled in as a person would. */
@QuarkusTest
@WithTestResource(RealProviderResource.class)
class RealProviderResourceTest {

    private final Browser browser = new Browser();
    private final HttpClient atProvider =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @BeforeEach
    void needsNode() {
        Assumptions.assumeTrue(
                RealProviderResource.isAvailable(), "Skipped: the real OpenID provider needs node and npm on the PATH");
    }

    @Test
    void aPersonSignsIn() throws Exception {
        String name = Ada.fresh().username();

        Response response = comeBack(logIn(begun(browser), name));

        response.then()
                .statusCode(200)
                .body("user.username", equalTo(name))
                .body("user.email", equalTo(name + "@Example.com"))
                .body("user.full_name", equalTo("Countess " + name));
        given().auth()
                .oauth2(response.path("access_token"))
                .get("/users/me")
                .then()
                .statusCode(200)
                .body("username", equalTo(name));
        // the provider still knows the person, and we know who that is
        comeBack(logIn(begun(browser), name)).then().statusCode(200).body("user_id", equalTo(response.path("user_id")));
    }

    @Test
    void aUserLinks() throws Exception {
        Ada ada = Ada.registered();
        String name = Ada.fresh().username();

        Response linked = comeBack(logIn(linking(browser, ada), name));

        linked.then().statusCode(200).body("provider", equalTo("127.0.0.1"));
        comeBack(logIn(begun(browser), name)).then().statusCode(200).body("user.username", equalTo(ada.username()));
    }

    @Test
    void anAddressThatIsNotVerifiedIsNone() throws Exception {
        comeBack(logIn(begun(browser), "unverified-" + Ada.fresh().username()))
                .then()
                .statusCode(403);
    }

    @Test
    void whoSaysNoIsNotSignedIn() throws Exception {
        URI page = follow(begun(browser));

        URI back = follow(URI.create(page + "/abort"));

        comeBack(back).then().statusCode(403).body("detail", containsString("access_denied"));
    }

    /** PKCE: a code is good for the sign-in that it was made for. */
    @Test
    void aCodeOfAnotherSignInIsRefused() throws Exception {
        Browser.Query stolen =
                Browser.query(logIn(begun(new Browser()), Ada.fresh().username()));
        Browser.Query own = browser.begin();

        Response response =
                browser.comeBack("state", own.get("state"), "code", stolen.get("code"), "iss", stolen.get("iss"));

        response.then().statusCode(401).body("code", equalTo("invalid_credentials"));
    }

    @Test
    void theProviderTakesACodeOnce() throws Exception {
        Browser.Query back = Browser.query(logIn(begun(browser), Ada.fresh().username()));
        browser.comeBack("state", back.get("state"), "code", back.get("code"), "iss", back.get("iss"))
                .then()
                .statusCode(200);
        Browser.Query again = browser.begin();

        browser.comeBack("state", again.get("state"), "code", back.get("code"), "iss", back.get("iss"))
                .then()
                .statusCode(401);
    }

    private static URI begun(Browser browser) {
        browser.begin();
        return browser.location();
    }

    private static URI linking(Browser browser, Ada ada) {
        browser.beginLink(ada);
        return browser.location();
    }

    private Response comeBack(URI callback) {
        assertThat(callback.toString()).startsWith("http://localhost:8000/api/v1/auth/external/callback?");
        String[] query = Browser.query(callback).parameters().entrySet().stream()
                .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()))
                .toArray(String[]::new);
        return browser.comeBack(query);
    }

    /** Logs in and consents at the provider's pages, as far as it asks; where it sends the browser in the end. */
    private URI logIn(URI authorization, String name) throws Exception {
        URI page = follow(authorization);
        while (!isOurs(page)) {
            String html = atProvider
                    .send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString())
                    .body();
            String form =
                    html.contains("value=\"login\"") ? "prompt=login&login=" + name + "&password=x" : "prompt=consent";
            page = follow(HttpRequest.newBuilder(page)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form))
                    .build());
        }
        return page;
    }

    private URI follow(URI uri) throws IOException, InterruptedException {
        return follow(HttpRequest.newBuilder(uri).build());
    }

    /** Follows redirects until a page, or our callback, which is not there. */
    private URI follow(HttpRequest request) throws IOException, InterruptedException {
        HttpRequest next = request;
        while (true) {
            HttpResponse<Void> response = atProvider.send(next, BodyHandlers.discarding());
            if (response.statusCode() == 200) {
                return response.uri();
            }
            URI location = response.uri()
                    .resolve(response.headers().firstValue("Location").orElseThrow());
            if (isOurs(location)) {
                return location;
            }
            next = HttpRequest.newBuilder(location).build();
        }
    }

    private static boolean isOurs(URI uri) {
        return uri.getPort() == 8000;
    }
}
