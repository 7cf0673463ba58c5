package blog.comments;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

@Repository
class CommentStore {
    private final JdbcTemplate jdbc;

    CommentStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(String text) {
        jdbc.update("INSERT INTO comment (text) VALUES (?)", text);
    }

    List<String> all() {
        return jdbc.queryForList("SELECT text FROM comment", String.class);
    }
}
