package io.ymera.auth.login;

import static io.restassured.RestAssured.given;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Pauses so long that no test sees the end of one, few failures from an address, and addresses that are what {@code
 * X-Forwarded-For} says, so that each test can have its own.
 */
public final class StrictThrottle implements QuarkusTestProfile {

    public static final int ADDRESS_FAILURES = 10;
    public static final int REGISTRATIONS = 5;

    private static final AtomicInteger NEXT_ADDRESS = new AtomicInteger();

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "ymera.throttle.account.first-pause", "10m",
                "ymera.throttle.address.failures", "" + ADDRESS_FAILURES,
                "ymera.throttle.address.first-pause", "10m",
                "ymera.throttle.registration.failures", "" + REGISTRATIONS,
                "quarkus.http.proxy.proxy-address-forwarding", "true");
    }

    public static Response post(String path, Object body, String address) {
        return given().contentType(ContentType.JSON)
                .header("X-Forwarded-For", address)
                .body(body)
                .post(path);
    }

    /** An address that nobody has used. The database outlives a run, hence the time. */
    public static String elsewhere() {
        long unique = System.nanoTime() ^ ((long) NEXT_ADDRESS.incrementAndGet() << 40);
        return "fd%02x:%x:%x:%x::1"
                .formatted((unique >> 48) & 0xff, (unique >> 32) & 0xffff, (unique >> 16) & 0xffff, unique & 0xffff);
    }
}
