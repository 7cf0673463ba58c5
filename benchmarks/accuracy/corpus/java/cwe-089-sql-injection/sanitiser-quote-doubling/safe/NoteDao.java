package notes.dao;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;

public class NoteDao {
    private final PGSimpleDataSource source;

    public NoteDao(PGSimpleDataSource source) {
        this.source = source;
    }

    public List<String> find(String author, String text) throws SQLException {
        String name = author.replace("'", "''");
        String body = text.replace("'", "''");
        String sql = "SELECT body FROM note WHERE body = '" + body + "' AND author = '" + name + "'";
        List<String> notes = new ArrayList<>();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                notes.add(author + ": " + rows.getString(1));
            }
        }
        return notes;
    }
}
