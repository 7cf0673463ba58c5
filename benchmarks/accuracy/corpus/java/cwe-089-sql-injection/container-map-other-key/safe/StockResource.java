package org.depot.stock;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.jboss.logging.MDC;

@Path("/stock")
public class StockResource {
    @Inject
    DataSource dataSource;

    @GET
    public int count(@HeaderParam("X-Depot") String depot) throws SQLException {
        Map<String, String> context = new HashMap<>();
        context.put("depot", depot);
        context.put("region", "north");
        MDC.put("depot", context.get("depot"));
        try (Connection connection = dataSource.getConnection()) {
            ResultSet rows = connection
                    .createStatement()
                    .executeQuery("SELECT count(*) FROM stock WHERE site = '" + context.get("region") + "'");
            rows.next();
            return rows.getInt(1);
        }
    }
}
