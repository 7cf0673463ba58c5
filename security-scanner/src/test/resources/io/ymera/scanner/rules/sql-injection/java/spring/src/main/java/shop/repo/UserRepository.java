package shop.repo;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
@Repository public class UserRepository {
    private final JdbcTemplate jdbc;
    public UserRepository(JdbcTemplate jdbc) { this.jdbc = jdbc; }
    public Object byName(String name) { return jdbc.queryForList("select * from users where name = '" + name + "'"); } // finding: sql-injection
    public Object byNameSafe(String name) { return jdbc.queryForList("select * from users where name = ?", name); }
    public Object add(String name, int age) { return jdbc.update("insert into users values('" + name + "'," + age + ")"); } // finding: sql-injection
}
