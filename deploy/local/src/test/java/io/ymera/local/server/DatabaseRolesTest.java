package io.ymera.local.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseRolesTest {

    @Test
    void a_database_url_is_taken_apart() {
        DatabaseRoles roles = DatabaseRoles.at("postgresql://ada:p%40ss@db.example:6543/ymera");

        assertThat(roles).isEqualTo(new DatabaseRoles("db.example", 6543, "ymera", "ada", "p@ss"));
        assertThat(roles.toString()).doesNotContain("p@ss");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mysql://a:hush@h/d",
                "postgresql://h/d",
                "postgresql://a@h/d",
                "postgresql://a:hush@h",
                "postgresql://a:hush@h/",
                "postgresql://a:hu sh@h/d"
            })
    void a_bad_one_is_refused_without_showing_the_password(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DatabaseRoles.at(url))
                .withMessage("DATABASE_URL must look like postgresql://user:password@host:port/database")
                .withNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "x; DROP ROLE y", "\"q\"", "a'b"})
    void a_role_that_is_no_word_is_refused(String role) {
        DatabaseRoles roles = new DatabaseRoles("127.0.0.1", 1, "ymera", "ada", "hush");

        assertThatIllegalArgumentException().isThrownBy(() -> roles.create(role, "word"));
    }
}
