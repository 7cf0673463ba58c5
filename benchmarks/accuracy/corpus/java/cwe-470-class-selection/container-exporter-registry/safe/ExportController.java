package com.ledgerly.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
class ExportController {

    interface Exporter {
        void write(long ledger, OutputStream out) throws IOException;
    }

    static class CsvExporter implements Exporter {
        public void write(long ledger, OutputStream out) throws IOException {
            out.write(("ledger;" + ledger + "\n").getBytes());
        }
    }

    static class QifExporter implements Exporter {
        public void write(long ledger, OutputStream out) throws IOException {
            out.write(("!Type:Bank\nL" + ledger + "\n^\n").getBytes());
        }
    }

    private static final Map<String, Supplier<Exporter>> EXPORTERS = Map.of(
        "csv", CsvExporter::new,
        "qif", QifExporter::new);

    @GetMapping(path = "/ledgers/{id}/export", produces = "application/octet-stream")
    ResponseEntity<byte[]> export(@PathVariable long id, @RequestParam String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        exporter(format).write(id, out);
        return ResponseEntity.ok(out.toByteArray());
    }

    private Exporter exporter(String format) {
        Supplier<Exporter> known = EXPORTERS.get(format);
        if (known != null) {
            return known.get();
        }
        throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
