package io.ymera.auth.client;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.ymera.auth.People;
import java.util.Map;
import java.util.UUID;

/** An administrator, who looks after clients. */
record Administrator(String userId, String token) {

    static Administrator fresh(People people) {
        Response login = people.administrator().login();
        return new Administrator(login.path("user_id"), login.path("access_token"));
    }

    /** An id that no client has. */
    static String freshId() {
        return "agent-" + UUID.randomUUID();
    }

    /** A client's secret is known to its maker alone. */
    record Made(String id, String secret) {

        Response askForToken() {
            return askForToken(secret);
        }

        Response askForToken(String withSecret) {
            return Administrator.askForToken(id, withSecret);
        }

        String token() {
            return askForToken().then().statusCode(200).extract().path("access_token");
        }
    }

    static Response askForToken(String id, String secret) {
        return given().formParam("grant_type", "client_credentials")
                .formParam("client_id", id)
                .formParam("client_secret", secret)
                .post("/auth/token");
    }

    Made make(String... taskTypes) {
        String id = freshId();
        Response created = create(Map.of("client_id", id, "task_types", taskTypes));
        created.then().statusCode(201);
        return new Made(id, created.path("client_secret"));
    }

    Response create(Object body) {
        return asks().body(body).post("/clients");
    }

    Response change(String id, String body) {
        return asks().body(body).patch("/clients/{id}", id);
    }

    Response replaceSecret(String id, String body) {
        return asks().body(body).post("/clients/{id}/secret", id);
    }

    Response get(String id) {
        return asks().get("/clients/{id}", id);
    }

    Response delete(String id) {
        return asks().delete("/clients/{id}", id);
    }

    RequestSpecification asks() {
        return People.bearer(token);
    }
}
