import java.io.IOException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;

class Checked {
    private static final Set<String> COLUMNS = Set.of("name", "age");
    private static final Predicate<String> WORD = Pattern.compile("[a-z]{1,20}").asMatchPredicate();
    private final Statement statement;

    Checked(Statement statement) {
        this.statement = statement;
    }

    void replaced(HttpServletRequest request) throws SQLException {
        String column = request.getParameter("column");
        if (!COLUMNS.contains(column)) {
            column = "name";
        }
        statement.executeQuery("select * from people order by " + column);
    }

    void chosen(HttpServletRequest request) throws SQLException {
        String column = request.getParameter("column");
        statement.executeQuery("select * from people order by " + (COLUMNS.contains(column) ? column : "name"));
    }

    void filtered(HttpServletRequest request) throws SQLException {
        String column = Optional.ofNullable(request.getParameter("column")).filter(each -> COLUMNS.contains(each)).orElse("name");
        statement.executeQuery("select * from people order by " + column);
    }

    void wronglyFiltered(HttpServletRequest request) throws SQLException {
        String column = Optional.ofNullable(request.getParameter("column")).filter(each -> !each.isEmpty()).orElse("name");
        statement.executeQuery("select * from people order by " + column); // finding: sql-injection
    }

    void letters(HttpServletRequest request) throws SQLException {
        String column = request.getParameter("column");
        if (column.chars().allMatch(Character::isLetter)) {
            statement.executeQuery("select * from people order by " + column);
        }
    }

    void tested(HttpServletRequest request) throws SQLException {
        String column = request.getParameter("column");
        if (WORD.test(column)) {
            statement.executeQuery("select * from people order by " + column);
        }
    }

    void parsed(HttpServletRequest request) throws SQLException {
        String id = request.getParameter("id");
        try {
            Long.parseLong(id);
        } catch (NumberFormatException e) {
            return;
        }
        statement.executeQuery("select * from people where id = " + id);
    }
}
