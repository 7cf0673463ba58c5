package io.ymera.auth.login;

import static io.restassured.RestAssured.given;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Map;

/**
 * Pauses so long that no test sees the end of one, few failures from an address, and addresses that are what {@code
 * X-Forwarded-For} says, so that each test can have its own.
 */
public final class StrictThrottle implements QuarkusTestProfile {

    static final int ADDRESS_FAILURES = 10;
    static final int REGISTRATIONS = 5;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "ymera.throttle.account.first-pause", "10m",
                "ymera.throttle.address.failures", "" + ADDRESS_FAILURES,
                "ymera.throttle.address.first-pause", "10m",
                "ymera.throttle.registration.failures", "" + REGISTRATIONS,
                "quarkus.http.proxy.proxy-address-forwarding", "true");
    }

    static Response post(String path, Object body, String address) {
        return given().contentType(ContentType.JSON)
                .header("X-Forwarded-For", address)
                .body(body)
                .post(path);
    }
}
