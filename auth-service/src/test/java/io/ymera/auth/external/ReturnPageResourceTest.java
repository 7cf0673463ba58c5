package io.ymera.auth.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.ymera.auth.Ada;
import io.ymera.auth.external.ScriptedProvider.Code;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Sign-in that ends at a page of the operator's, which gets the tokens for the browser's cookie. */
@QuarkusTest
@WithTestResource(
        value = ScriptedProviderResource.class,
        initArgs = {
            @ResourceArg(name = "OIDC_AUTO_REGISTER", value = "true"),
            @ResourceArg(name = "OIDC_RETURN_URL", value = ReturnPageResourceTest.PAGE)
        })
class ReturnPageResourceTest {

    static final String PAGE = "https://ymera.example.org/signed-in?from=id";

    private final Browser browser = new Browser();

    @Test
    void noUrlEverHoldsAToken() {
        String name = Ada.fresh().username();

        Response back = signIn(name);

        back.then().statusCode(303).header("Location", equalTo(PAGE)).header("Cache-Control", equalTo("no-store"));
        assertThat(back.asString()).isEmpty();
        assertThat(back.header("Set-Cookie"))
                .matches("ymera-sign-in=[A-Za-z0-9_-]{43}; Path=/; Max-Age=60; HttpOnly; SameSite=Lax");
        browser.collect()
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("access_token", notNullValue())
                .body("refresh_token", notNullValue())
                .body("user.username", equalTo(name));
    }

    @Test
    void tokensAreCollectedOnce() {
        signIn(Ada.fresh().username());
        Map<String, String> cookies = Map.copyOf(browser.cookies());
        browser.collect().then().statusCode(200);
        assertThat(browser.cookies()).isEmpty();
        browser.cookies().putAll(cookies);

        browser.collect().then().statusCode(401).body("code", equalTo("invalid_credentials"));
    }

    @Test
    void noOtherBrowserCollectsThem() {
        signIn(Ada.fresh().username());

        new Browser().collect().then().statusCode(401);

        browser.collect().then().statusCode(200);
    }

    /** What is known of a sign-in that is on its way is no proof that it came back. */
    @Test
    void aSignInThatIsNotBackGivesNothing() {
        Browser.Query sent = browser.begin();
        browser.collect().then().statusCode(401);
        browser.cookies().replaceAll((name, value) -> sent.get("state"));

        browser.collect().then().statusCode(401);
    }

    @Test
    void whatWentWrongIsOneWord() {
        Browser.Query sent = browser.begin();

        Response back = browser.comeBack(
                "state", sent.get("state"), "error", "access_denied", "error_description", "&admin=true#<b>");

        back.then().statusCode(303).header("Location", equalTo(PAGE + "&error=forbidden"));
        assertThat(browser.cookies()).isEmpty();
        browser.comeBack("state", "x")
                .then()
                .statusCode(303)
                .header("Location", equalTo(PAGE + "&error=malformed_request"));
    }

    @Test
    void aLinkIsOneWordToo() {
        Browser.Query sent = browser.beginLink(Ada.registered());

        Response back = browser.comeBack(
                "state",
                sent.get("state"),
                "code",
                Code.of(Map.of("sub", Ada.fresh().username(), "nonce", sent.get("nonce")))
                        .toString());

        back.then().statusCode(303).header("Location", equalTo(PAGE + "&linked=true"));
        browser.collect().then().statusCode(401);
    }

    private Response signIn(String name) {
        Browser.Query sent = browser.begin();
        Code code = Code.of(Map.of(
                "sub",
                name,
                "email",
                name + "@example.com",
                "email_verified",
                true,
                "preferred_username",
                name,
                "nonce",
                sent.get("nonce")));
        return browser.comeBack("state", sent.get("state"), "code", code.toString());
    }
}
