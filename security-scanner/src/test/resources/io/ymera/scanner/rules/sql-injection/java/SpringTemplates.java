package shop;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.*;

@RestController
class ProductController {
    private final JdbcTemplate jdbc;
    private final EntityManager entities;

    ProductController(JdbcTemplate jdbc, EntityManager entities) {
        this.jdbc = jdbc;
        this.entities = entities;
    }

    @GetMapping("/products")
    List<String> products(@RequestParam String name, @RequestParam int page) {
        jdbc.queryForList("SELECT name FROM products LIMIT 10 OFFSET " + page, String.class);
        jdbc.queryForList("SELECT name FROM products WHERE name = ?", String.class, name);
        return jdbc.queryForList("SELECT name FROM products WHERE name LIKE '%" + name + "%'", String.class); // finding: sql-injection
    }

    @GetMapping("/products/{id}")
    Object product(@PathVariable("id") String id) {
        entities.createQuery("SELECT p FROM Product p WHERE p.id = :id").setParameter("id", id).getSingleResult();
        return entities.createNativeQuery("SELECT * FROM products WHERE id = " + id).getSingleResult(); // finding: sql-injection
    }

    record Filter(String field, String text) {}

    @PostMapping("/products/search")
    List<?> search(@RequestBody Filter filter) {
        List<?> found = entities.createQuery("FROM Product WHERE " + filter.field() + " = :text") // finding: sql-injection
                .setParameter("text", filter.text())
                .getResultList();
        return found;
    }
}
