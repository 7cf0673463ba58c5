package com.acme.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

@Controller
public class AuditQuery {
    private final JdbcTemplate template;

    public AuditQuery(JdbcTemplate template) {
        this.template = template;
    }

    @GetMapping("/audit/mine")
    @ResponseBody
    public List<Map<String, Object>> mine(@CookieValue("actor") String actor) {
        List<String> actors = new ArrayList<>();
        actors.add("system");
        actors.add(actor);
        actors.add("scheduler");
        actors.remove(0);
        String chosen = actors.get(1);
        return template.queryForList("SELECT at, action FROM audit WHERE actor = '" + chosen + "'");
    }
}
