package com.acme.legacy;

import java.util.List;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class LegacySearch {
    private static final boolean LEGACY = false;

    private final NamedParameterJdbcTemplate jdbc;

    public LegacySearch(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @GetMapping("/parts")
    public List<String> parts(@RequestParam String number) {
        MapSqlParameterSource values = new MapSqlParameterSource();
        String sql = "SELECT name FROM part WHERE number = ";
        if (LEGACY) {
            sql += "'" + number + "'";
        } else {
            sql += ":number";
            values.addValue("number", number);
        }
        return jdbc.queryForList(sql, values, String.class);
    }
}
