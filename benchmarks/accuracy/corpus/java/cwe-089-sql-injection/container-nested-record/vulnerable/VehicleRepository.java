package fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

@Repository
class VehicleRepository {
    private final JdbcTemplate jdbc;

    VehicleRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    List<Map<String, Object>> find(Filter filter) {
        String where = String.join(" = ? AND ", filter.columns());
        return jdbc.queryForList(
                "SELECT plate FROM vehicle WHERE " + where + " = ?",
                filter.values().toArray());
    }

    static Filter filter(Map<String, String> query) {
        Filter filter = new Filter(new ArrayList<>(List.of("active")), new ArrayList<>(List.of(true)));
        query.forEach((key, value) -> {
            if (key.equals("colour") || key.equals("depot")) {
                filter.columns().add(key);
                filter.values().add(value);
            }
            if (key.startsWith("x.")) {
                filter.columns().add(key.substring(2));
                filter.values().add(value);
            }
        });
        return filter;
    }
}
