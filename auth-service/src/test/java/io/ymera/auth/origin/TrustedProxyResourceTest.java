package io.ymera.auth.origin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.ymera.auth.Ada;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tests come from 127.0.0.1, which is trusted, as the gateway is. */
@QuarkusTest
class TrustedProxyResourceTest {

    @ParameterizedTest
    @CsvSource({"203.0.113.7, 203.0.113.7", "[2001:db8:0:0:0:0:0:1], 2001:db8:0:0:0:0:0:1"})
    void theGatewaySaysWhereAClientIs(String header, String address) {
        assertThat(addressSeen(given().header("X-Forwarded-For", header))).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"unknown", "; DROP TABLE sessions", "999.999.999.999", "<script>", "a:b:c", "1.2.3.4:99999"})
    void whatIsNoAddressIsNoError(String header) {
        addressSeen(given().header("X-Forwarded-For", header));
    }

    @Test
    void otherHeadersDoNotCount() {
        assertThat(addressSeen(given().header("Forwarded", "for=203.0.113.7").header("X-Real-IP", "203.0.113.7")))
                .isEqualTo("127.0.0.1");
    }

    private static String addressSeen(RequestSpecification request) {
        Ada ada = Ada.registered();
        String token = request.contentType(ContentType.JSON)
                .body(Map.of("username", ada.username(), "password", ada.password()))
                .post("/auth/login")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
        return given().auth().oauth2(token).get("/users/me/sessions").path("items[0].address");
    }
}
