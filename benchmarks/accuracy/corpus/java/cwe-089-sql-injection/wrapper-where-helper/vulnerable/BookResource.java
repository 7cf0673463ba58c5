package net.library.db;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

@Path("/books")
@Produces("application/json")
public class BookResource {
    @Inject
    AgroalDataSource db;

    @GET
    public List<String> titles(@QueryParam("order") String order) throws SQLException {
        List<String> titles = new ArrayList<>();
        try (var connection = db.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT title FROM book" + Sql.orderBy(order))) {
            while (rows.next()) {
                titles.add(rows.getString(1));
            }
        }
        return titles;
    }
}
