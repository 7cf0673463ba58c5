package io.ymera.auth;

import static io.restassured.RestAssured.given;
import static java.util.Objects.requireNonNull;

import io.quarkus.arc.Unremovable;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.ymera.auth.origin.Origin;
import io.ymera.auth.session.SessionService;
import io.ymera.auth.session.SessionTokens;
import io.ymera.auth.user.UserService;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Those who appear in tests. */
@Singleton
@Unremovable
public class People {

    private final Pool database;
    private final UserService users;
    private final SessionService sessions;

    People(Pool database, UserService users, SessionService sessions) {
        this.database = database;
        this.users = users;
        this.sessions = sessions;
    }

    /** A user who has become an administrator in the way that no API has. */
    public Ada administrator() {
        Ada admin = Ada.registered();
        database.preparedQuery("update users set role = 'admin' where username = $1")
                .executeAndAwait(Tuple.of(admin.username()));
        return admin;
    }

    /** The only administrator there is. */
    public Ada onlyAdministrator() {
        nobodyIsAdministrator();
        return administrator();
    }

    public void nobodyIsAdministrator() {
        database.query("update users set role = 'user' where role = 'admin'").executeAndAwait();
    }

    public UUID id(Ada ada) {
        return UUID.fromString(column(ada, "id"));
    }

    /** What the database has of a user. */
    public String column(Ada ada, String column) {
        return database.preparedQuery("select %s::text from users where username = $1".formatted(column))
                .executeAndAwait(Tuple.of(ada.username()))
                .iterator()
                .next()
                .getString(0);
    }

    /** A new session of a user. */
    public SessionTokens session(Ada ada) {
        return users.findByLogin(ada.username())
                .chain(found ->
                        sessions.start(database, requireNonNull(found.account()).user(), Origin.NONE))
                .await()
                .indefinitely();
    }

    public static boolean goesOn(SessionTokens session) {
        return Ada.post("/auth/refresh", Map.of("refresh_token", session.refreshToken()))
                        .statusCode()
                == 200;
    }

    /** A new API key of a user: its {@code id} and its {@code key}. */
    public static Response apiKey(String token) {
        Response created = bearer(token)
                .body(Map.of("name", "laptop", "scopes", List.of("tasks:read")))
                .post("/users/me/api-keys");
        created.then().statusCode(201);
        return created;
    }

    /** Whether an access token is given for the API key {@code key}. */
    public static boolean isGood(String key) {
        return given().formParam("grant_type", "urn:ietf:params:oauth:grant-type:token-exchange")
                        .formParam("subject_token", key)
                        .formParam("subject_token_type", "urn:ymera:params:oauth:token-type:api-key")
                        .post("/auth/token")
                        .statusCode()
                == 200;
    }

    /** A request with a bearer token and a JSON body. */
    public static RequestSpecification bearer(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    /** The token of the service client that the tests' operator has given. */
    public static String serviceToken() {
        Response answer = given().formParam("grant_type", "client_credentials")
                .formParam("client_id", AuthFilesResource.CLIENT_ID)
                .formParam("client_secret", AuthFilesResource.CLIENT_SECRET)
                .post("/auth/token");
        return answer.then().statusCode(200).extract().path("access_token");
    }
}
