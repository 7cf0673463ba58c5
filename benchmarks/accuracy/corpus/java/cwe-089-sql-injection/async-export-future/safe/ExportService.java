package com.acme.export;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ExportService {
    record ExportRequest(String team) {}

    private final JdbcTemplate jdbc;
    private final ExecutorService workers;

    ExportService(JdbcTemplate jdbc, ExecutorService workers) {
        this.jdbc = jdbc;
        this.workers = workers;
    }

    @PostMapping("/export")
    CompletableFuture<List<String>> export(@RequestBody ExportRequest body) {
        return CompletableFuture.supplyAsync(body::team, workers)
                .thenApply(String::strip)
                .thenApplyAsync(
                        team -> jdbc.queryForList("SELECT email FROM member WHERE team = ?", String.class, team),
                        workers);
    }
}
