package io.ymera.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

    @Test
    void readsEachPart() {
        DatabaseUrl url = DatabaseUrl.parse("postgresql://manager:s%40fe+%3A%24%7Bx%7D@db.example:6432/ymera");

        assertThat(url).isEqualTo(new DatabaseUrl("db.example", 6432, "ymera", "manager", "s@fe+:${x}"));
        assertThat(url.jdbcUrl()).isEqualTo("jdbc:postgresql://db.example:6432/ymera");
        assertThat(url.reactiveUrl()).isEqualTo("vertx-reactive:postgresql://db.example:6432/ymera");
    }

    @Test
    void takesTheUsualPortWhereThereIsNone() {
        assertThat(DatabaseUrl.parse("postgres://u:p@localhost/ymera").port()).isEqualTo(5432);
    }

    @Test
    void neverShowsThePassword() {
        assertThat(DatabaseUrl.parse("postgresql://u:hunter2@localhost/ymera").toString())
                .isEqualTo("postgresql://u:***@localhost:5432/ymera");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "mysql://u:hunter2@localhost/ymera",
                "postgresql://u:hunter2@/ymera",
                "postgresql://u:hunter2@localhost",
                "postgresql://u:hunter2@localhost/",
                "postgresql://u:hunter2@localhost/a/b",
                "postgresql://localhost/ymera",
                "postgresql://u:hunter2@localhost/ymera?sslmode=require",
                "postgresql://:hunter2@localhost/ymera",
                "postgresql://u:hunter2 @localhost/ymera",
                "postgresql://u:hunter2%@localhost/ymera"
            })
    void refusesWhatIsNotOne(String url) {
        assertThatThrownBy(() -> DatabaseUrl.parse(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("DATABASE_URL must look like postgresql://user:password@host:port/database")
                .hasMessageNotContaining("hunter2");
    }
}
