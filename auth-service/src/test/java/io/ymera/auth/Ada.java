package io.ymera.auth;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A user nobody else has registered yet, with a good password. */
public record Ada(String username, String email, String password) {

    private static final AtomicInteger NEXT = new AtomicInteger();

    /** Not registered yet. */
    public static Ada fresh() {
        // The role's schema may outlive a test run, so a number is not enough
        String name = "ada-" + Long.toString(System.nanoTime(), 36) + "-" + NEXT.incrementAndGet();
        return new Ada(name, name + "@Example.org", "a difference engine");
    }

    /** Registered. */
    public static Ada registered() {
        Ada ada = fresh();
        ada.register().then().statusCode(201);
        return ada;
    }

    public Map<String, Object> registration() {
        return new HashMap<>(Map.of("username", username, "email", email, "password", password));
    }

    public Response register() {
        return post("/auth/register", registration());
    }

    public Response login() {
        return login(username, password);
    }

    public String token() {
        return login().then().statusCode(200).extract().path("access_token");
    }

    public static Response login(String username, String password) {
        return post("/auth/login", Map.of("username", username, "password", password));
    }

    public static Response post(String path, Object body) {
        return given().contentType(ContentType.JSON).body(body).post(path);
    }

    /** As it is: REST Assured would make JSON of a byte array that it knows only as an object. */
    public static Response post(String path, byte[] body) {
        return given().contentType(ContentType.JSON).body(body).post(path);
    }
}
