package com.acme.reports;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReportController {
    private final JdbcTemplate jdbc;

    ReportController(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @GetMapping("/reports")
    List<Map<String, Object>> list(@RequestParam(defaultValue = "date") String sort) {
        String column =
                switch (sort) {
                    case "date" -> "created_at";
                    case "size" -> "byte_count";
                    case "author" -> "lower(author)";
                    default -> "id";
                };
        return jdbc.queryForList("SELECT id, title, author FROM report ORDER BY " + column + " LIMIT 100");
    }
}
