package io.ymera.auth.external;

import static io.restassured.RestAssured.given;
import static java.util.Objects.requireNonNull;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.ymera.auth.Ada;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A browser at our service: follows no redirect by itself, and keeps our cookie. */
final class Browser {

    private final Map<String, String> cookies = new HashMap<>();
    private URI location = URI.create("about:blank");

    /** The parameters of a URL. */
    record Query(Map<String, String> parameters) {

        String get(String name) {
            return requireNonNull(parameters.get(name), name);
        }
    }

    /** Begins a sign-in; what we send to the provider. */
    Query begin() {
        Response response = given().redirects().follow(false).get("/auth/external/login");
        response.then().statusCode(302);
        keep(response);
        return sentTo(response.header("Location"));
    }

    /** Begins to link {@code ada}; what we send to the provider. */
    Query beginLink(Ada ada) {
        Response response = given().auth()
                .oauth2(ada.token())
                .contentType(ContentType.JSON)
                .body(Map.of("password", ada.password()))
                .post("/users/me/external");
        response.then().statusCode(200);
        keep(response);
        return sentTo(response.path("location"));
    }

    /** Comes back with {@code query}, names and values in turn. */
    Response comeBack(String... query) {
        RequestSpecification request = request();
        for (int i = 0; i < query.length; i += 2) {
            request.queryParam(query[i], query[i + 1]);
        }
        return keep(request.get("/auth/external/callback"));
    }

    /** What the page does that we send the browser to. */
    Response collect() {
        return keep(request().post("/auth/external/tokens"));
    }

    /** Where we sent it. */
    URI location() {
        return location;
    }

    Map<String, String> cookies() {
        return cookies;
    }

    private RequestSpecification request() {
        return given().redirects().follow(false).cookies(cookies);
    }

    private Response keep(Response response) {
        response.detailedCookies().forEach(cookie -> {
            if (cookie.getMaxAge() == 0) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie.getValue());
            }
        });
        return response;
    }

    private Query sentTo(String url) {
        location = URI.create(url);
        return query(location);
    }

    static Query query(URI uri) {
        return new Query(Arrays.stream(uri.getRawQuery().split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(
                        Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8))));
    }
}
