package io.ymera.auth.setup;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.ymera.testkit.PostgresResource;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NoDefaultAccountTest {

    @Test
    void aNewInstallationHasNobody() throws Exception {
        URI database = URI.create(PostgresResource.databaseUrl("auth_new"));
        String[] login = requireNonNull(database.getUserInfo()).split(":", 2);
        String jdbc = "jdbc:postgresql://%s:%d%s".formatted(database.getHost(), database.getPort(), database.getPath());

        try (Connection connection = DriverManager.getConnection(jdbc, login[0], login[1]);
                Statement statement = connection.createStatement()) {
            for (Path migration : migrations()) {
                statement.execute(Files.readString(migration));
            }
            try (ResultSet counts =
                    statement.executeQuery("select (select count(*) from users), (select count(*) from clients),"
                            + " (select count(*) from api_keys), (select count(*) from setup_tokens)")) {
                assertThat(counts.next()).isTrue();
                for (int column = 1; column <= 4; column++) {
                    assertThat(counts.getLong(column)).isZero();
                }
            }
        }
    }

    private static List<Path> migrations() throws Exception {
        Path folder = Path.of(requireNonNull(NoDefaultAccountTest.class.getResource("/db/migration"))
                .toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted(Comparator.comparingInt(NoDefaultAccountTest::version))
                    .toList();
        }
    }

    private static int version(Path migration) {
        String name = migration.getFileName().toString();
        return Integer.parseInt(name.substring(1, name.indexOf("__")));
    }
}
