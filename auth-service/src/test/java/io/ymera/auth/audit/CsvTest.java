package io.ymera.auth.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"})
    void noCellIsAFormula(String hostile) {
        assertThat(line(hostile)).contains(",\"'" + hostile + "\",");
    }

    @Test
    void aCellCannotBeLeft() {
        assertThat(line("a\",\"b\r\nc")).contains(",\"a\"\",\"\"b\r\nc\",");
    }

    @Test
    void everyColumnHasItsPlace() {
        assertThat(line("ada"))
                .isEqualTo(
                        "\"7\",\"00000000-0000-0001-0000-000000000002\",\"1970-01-01T00:00:00Z\",\"a.b\",\"success\","
                                + "\"ada\",\"\",\"::1\",\"{\"\"k\"\":\"\"v\"\"}\",\"00\"\r\n");
        assertThat(Csv.HEADER.split(",", -1)).hasSize(10);
    }

    private static String line(String actor) {
        AuditEntry event = new AuditEntry(
                new UUID(1, 2), Instant.EPOCH, "a.b", "success", actor, null, "::1", Map.of("k", "v"), 7L, "00");
        return Csv.line(event, "{\"k\":\"v\"}");
    }
}
