package io.ymera.auth.login;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.ymera.auth.Ada;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SecretsStayOutOfLogsResourceTest {

    private static final String PASSWORD = "the secret of the engine";

    private final ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();

    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(line.getLoggerName() + ": " + ExtLogRecord.wrap(line).getFormattedMessage() + line.getThrown());
        }

        @Override
        public void flush() {
            // nothing is kept back
        }

        @Override
        public void close() {
            // nothing is open
        }
    };

    private final Logger ours = Logger.getLogger("io.ymera");
    private final Logger root = Logger.getLogger("");

    @BeforeEach
    void listen() {
        handler.setLevel(Level.ALL);
        root.addHandler(handler);
        ours.setLevel(Level.ALL);
    }

    @AfterEach
    void stopListening() {
        root.removeHandler(handler);
        ours.setLevel(null);
    }

    @Test
    void neitherPasswordsNorTokensAreLogged() {
        Ada fresh = Ada.fresh();
        Ada ada = new Ada(fresh.username(), fresh.email(), PASSWORD);

        ada.register().then().statusCode(201);
        ada.register().then().statusCode(409);
        Response login = ada.login();
        login.then().statusCode(200);
        Ada.login(ada.username(), PASSWORD + "!").then().statusCode(401);
        Ada.login(PASSWORD, PASSWORD).then().statusCode(401);
        Ada.post("/auth/login", "{\"username\": \"a\", \"password\": \"" + PASSWORD + "\"")
                .then()
                .statusCode(400);
        Ada.post("/auth/login", Map.of("username", "", "password", PASSWORD))
                .then()
                .statusCode(422);
        Ada.post("/auth/login", Map.of("username", "a", "password", List.of(PASSWORD)))
                .then()
                .statusCode(422);
        Response totp = given().auth()
                .oauth2(login.path("access_token"))
                .contentType(ContentType.JSON)
                .body(Map.of("password", PASSWORD))
                .post("/users/me/totp");
        totp.then().statusCode(200);
        Logger.getLogger("io.ymera.auth.login").finest("we listen");

        assertThat(lines).anyMatch(line -> line.endsWith("we listennull"));
        assertThat(lines)
                .noneMatch(line -> line.contains(PASSWORD))
                .noneMatch(line -> line.contains(login.<String>path("access_token")))
                .noneMatch(line -> line.contains(login.<String>path("refresh_token")))
                .noneMatch(line -> line.contains(totp.<String>path("secret")));
    }
}
