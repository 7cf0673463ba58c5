import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Root;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.*;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.*;

@RestController
class Allowed {
    enum Column { NAME, PRICE }

    private static final Set<String> COLUMNS = Set.of("name", "price");
    private static final Map<String, String> BY_KEY = Map.of("n", "name", "p", "price");
    private static final List<String> ORDER = Arrays.asList("asc", "desc");
    private static final Pattern WORD = Pattern.compile("[a-z_]{1,30}");

    private JdbcTemplate jdbc;
    private NamedParameterJdbcTemplate named;
    private JdbcClient client;
    private EntityManager em;
    private DSLContext dsl;
    private Connection connection;

    @GetMapping("/a")
    List<Map<String, Object>> set(@RequestParam String sort) {
        if (!COLUMNS.contains(sort)) {
            throw new IllegalArgumentException(sort);
        }
        return jdbc.queryForList("SELECT * FROM item ORDER BY " + sort);
    }

    @GetMapping("/b")
    List<Map<String, Object>> table(@RequestParam String sort, @RequestParam String direction) {
        String column = BY_KEY.getOrDefault(sort, "name");
        String way = ORDER.contains(direction.toLowerCase()) ? direction : "asc";
        return jdbc.queryForList("SELECT * FROM item ORDER BY " + column + " " + way);
    }

    @GetMapping("/c")
    List<Map<String, Object>> enumerated(@RequestParam String sort) {
        Column column = Column.valueOf(sort.toUpperCase());
        return jdbc.queryForList("SELECT * FROM item ORDER BY " + column.name().toLowerCase());
    }

    @GetMapping("/d")
    List<Map<String, Object>> chosen(@RequestParam String sort) {
        String column = switch (sort) {
            case "price" -> "price_cents";
            case "name" -> "title";
            default -> "id";
        };
        return client.sql("SELECT * FROM item ORDER BY " + column).query().listOfRows();
    }

    @GetMapping("/e")
    List<Map<String, Object>> pattern(@RequestParam String sort) {
        if (!WORD.matcher(sort).matches()) {
            return List.of();
        }
        return jdbc.queryForList("SELECT * FROM item ORDER BY " + sort);
    }

    @GetMapping("/f")
    List<Map<String, Object>> places(@RequestParam List<String> ids) {
        String places = ids.stream().map(id -> "?").collect(Collectors.joining(","));
        return jdbc.queryForList("SELECT * FROM item WHERE id IN (" + places + ")", ids.toArray());
    }

    @GetMapping("/g")
    List<Map<String, Object>> repeated(@RequestParam List<String> ids) {
        String places = String.join(",", Collections.nCopies(ids.size(), "?"));
        return jdbc.queryForList("SELECT * FROM item WHERE id IN (" + places + ")", ids.toArray());
    }

    @GetMapping("/h")
    List<Map<String, Object>> conditions(@RequestParam(required = false) String name, @RequestParam(required = false) Integer price) {
        StringBuilder sql = new StringBuilder("SELECT * FROM item WHERE 1 = 1");
        MapSqlParameterSource parameters = new MapSqlParameterSource();
        if (name != null) {
            sql.append(" AND name = :name");
            parameters.addValue("name", name);
        }
        if (price != null) {
            sql.append(" AND price < :price");
            parameters.addValue("price", price);
        }
        return named.queryForList(sql.toString(), parameters);
    }

    @GetMapping("/i")
    List<Object> listed(@RequestParam String name) throws Exception {
        List<Object> arguments = new ArrayList<>();
        StringBuilder where = new StringBuilder();
        if (!name.isBlank()) {
            where.append(where.length() == 0 ? " WHERE " : " AND ").append("name LIKE ?");
            arguments.add("%" + name + "%");
        }
        try (PreparedStatement statement = connection.prepareStatement("SELECT * FROM item" + where)) {
            for (int i = 0; i < arguments.size(); i++) {
                statement.setObject(i + 1, arguments.get(i));
            }
            ResultSet rows = statement.executeQuery();
            return List.of(rows.next());
        }
    }

    @GetMapping("/j")
    List<Object> criteria(@RequestParam String name) {
        CriteriaBuilder cb = em.getCriteriaBuilder();
        CriteriaQuery<Object> query = cb.createQuery(Object.class);
        Root<Object> root = query.from(Object.class);
        query.select(root).where(cb.equal(root.get("name"), name)).orderBy(cb.asc(root.get(name)));
        return em.createQuery(query).getResultList();
    }

    @GetMapping("/k")
    Object names(@RequestParam String sort, @RequestParam String name) {
        return dsl.select(DSL.field(DSL.name("sku"))).from(DSL.table(DSL.name("item")))
                .where(DSL.field("title").eq(name)).and(DSL.condition("lower(city) = ?", name)).orderBy(DSL.field(DSL.name(sort))).fetch();
    }

    @GetMapping("/l")
    Object paging(@RequestParam int page, @RequestParam(defaultValue = "20") long size) {
        return jdbc.queryForList("SELECT * FROM item LIMIT " + Math.min(size, 100) + " OFFSET " + page * size);
    }

    @GetMapping("/m")
    Object sorted(@RequestParam String sort) {
        String column = COLUMNS.stream().filter(sort::equals).findFirst().orElse("id");
        return jdbc.queryForList("SELECT * FROM item ORDER BY " + column);
    }

    @GetMapping("/n")
    Object matched(@RequestParam String sort) {
        for (String column : COLUMNS) {
            if (column.equals(sort)) {
                return jdbc.queryForList("SELECT * FROM item ORDER BY " + column);
            }
        }
        return List.of();
    }

    @GetMapping("/o")
    Object parsed(@RequestParam String id) {
        long number = Long.parseLong(id);
        UUID uuid = UUID.fromString(id);
        jdbc.update("DELETE FROM item WHERE uuid = '" + uuid + "'");
        return em.createNativeQuery("SELECT * FROM item WHERE id = " + number).getSingleResult();
    }

    @GetMapping("/p")
    Object bound(@RequestParam String name) {
        return em.createQuery("SELECT i FROM Item i WHERE i.name = :name ORDER BY i." + column(name), Object.class).setParameter("name", name).getResultList();
    }

    private static String column(String wanted) {
        if ("price".equals(wanted)) {
            return "price";
        }
        return "name";
    }

    private static String checked(String wanted) {
        if (!wanted.matches("\\w+")) {
            throw new IllegalArgumentException("no column: " + wanted);
        }
        return wanted;
    }

    @GetMapping("/q")
    Object helper(@RequestParam String sort) {
        return jdbc.queryForList("SELECT * FROM item ORDER BY " + checked(sort));
    }

    @GetMapping("/r")
    Object dated(@RequestParam String day) {
        java.time.LocalDate date = java.time.LocalDate.parse(day);
        return jdbc.queryForList("SELECT * FROM item WHERE day = '" + date + "'");
    }

    @GetMapping("/s")
    Object flagged(@RequestParam String sort) {
        boolean known = false;
        for (String column : List.of("name", "price")) {
            if (column.equalsIgnoreCase(sort)) {
                known = true;
                break;
            }
        }
        if (!known) {
            return List.of();
        }
        return jdbc.queryForList("SELECT * FROM item ORDER BY " + sort);
    }

    @GetMapping("/t")
    Object ternary(@RequestParam String sort, @RequestParam boolean down) {
        String by = "price".equals(sort) ? "price" : "name";
        return jdbc.queryForList("SELECT * FROM item ORDER BY " + by + (down ? " DESC" : " ASC"));
    }

    @GetMapping("/u")
    Object optional(@RequestParam String sort) {
        String column = Optional.ofNullable(sort).filter(COLUMNS::contains).orElse("id");
        return jdbc.queryForList("SELECT * FROM item ORDER BY " + column);
    }

    @GetMapping("/w")
    Object filtered(@RequestParam List<String> sort) {
        List<String> known = sort.stream().filter(COLUMNS::contains).toList();
        return jdbc.queryForList("SELECT * FROM item ORDER BY " + String.join(",", known));
    }

    @GetMapping("/x")
    Object unfiltered(@RequestParam List<String> sort) {
        List<String> all = sort.stream().map(String::trim).toList();
        return jdbc.queryForList("SELECT * FROM item ORDER BY " + String.join(",", all)); // finding: sql-injection
    }

    @GetMapping("/v")
    Object springSort(@RequestParam String sort) {
        return Sort.by(sort);
    }
}
