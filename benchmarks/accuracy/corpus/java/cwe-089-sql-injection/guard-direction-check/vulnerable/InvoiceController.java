package com.acme.billing;

import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class InvoiceController {
    private static final Logger log = LoggerFactory.getLogger(InvoiceController.class);

    private final JdbcClient client;

    InvoiceController(JdbcClient client) {
        this.client = client;
    }

    @GetMapping("/invoices")
    ResponseEntity<List<Map<String, Object>>> list(@RequestParam String direction) {
        if (!direction.equals("asc") && !direction.equals("desc")) {
            log.warn("Unknown sort direction");
        }
        return ResponseEntity.ok(client.sql("SELECT id, total FROM invoice ORDER BY due " + direction)
                .query()
                .listOfRows());
    }
}
