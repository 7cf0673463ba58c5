package io.ymera.auth.setup;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.ymera.testkit.PostgresResource;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

class NoDefaultAccountTest {

    @Test
    void aNewInstallationHasNobody() throws Exception {
        URI database = URI.create(PostgresResource.databaseUrl("auth_new"));
        String[] login = requireNonNull(database.getUserInfo()).split(":", 2);
        String jdbc = "jdbc:postgresql://%s:%d%s".formatted(database.getHost(), database.getPort(), database.getPath());

        Flyway.configure(NoDefaultAccountTest.class.getClassLoader())
                .dataSource(jdbc, login[0], login[1])
                .locations("db/migration")
                .load()
                .migrate();

        try (Connection connection = DriverManager.getConnection(jdbc, login[0], login[1]);
                ResultSet counts = connection
                        .createStatement()
                        .executeQuery("select (select count(*) from users), (select count(*) from clients),"
                                + " (select count(*) from api_keys), (select count(*) from setup_tokens)")) {
            assertThat(counts.next()).isTrue();
            for (int column = 1; column <= 4; column++) {
                assertThat(counts.getLong(column)).isZero();
            }
        }
    }
}
