package io.ymera.manager;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether we say that we want requests. */
@QuarkusTest
@TestProfile(QuickDeadlines.class)
class ReadinessResourceTest {

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    AgroalDataSource migrations;

    /** Flyway keeps them if PostgreSQL goes away while it ends, and nothing else needs one. */
    @Test
    void connectionsThatMigrationsHaveKeptDoNotMatter() throws SQLException {
        List<Connection> kept = new ArrayList<>();
        try {
            for (int i = 0;
                    i
                            < migrations
                                    .getConfiguration()
                                    .connectionPoolConfiguration()
                                    .maxSize();
                    i++) {
                kept.add(migrations.getConnection());
            }

            given().get("/health/ready")
                    .then()
                    .statusCode(200)
                    .body("checks.name", contains("Reactive PostgreSQL connections health check"));
        } finally {
            for (Connection connection : kept) {
                connection.close();
            }
        }
    }
}
