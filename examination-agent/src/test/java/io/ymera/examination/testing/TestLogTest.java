package io.ymera.examination.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.ymera.contracts.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestLogTest {

    private final TestLog log = new TestLog((done, expected, test) -> {});

    @Test
    void puts_lines_together_however_they_are_cut() {
        // Given
        byte[] line = """
                {"event":"test","id":"ä","outcome":"failed","seconds":0.5,"text":"why"}
                """.getBytes(StandardCharsets.UTF_8);

        // When
        for (byte each : line) {
            log.stdout(new byte[] {each});
        }

        // Then
        assertThat(log.report("unittest", "3.11").tests())
                .containsExactly(new TestRun("ä", Outcome.FAILED, 0.5, "why"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"event\":\"test\"}",
                "{\"event\":\"test\",\"id\":\"x\"}",
                "{\"event\":\"test\",\"id\":\"x\",\"outcome\":\"great\"}",
                "{\"event\":\"test\",\"id\":\"x\",\"id\":\"y\",\"outcome\":\"passed\"}",
                "{\"event\":\"end\"}",
                "{\"event\":\"end\",\"totals\":null}",
                "{\"event\":\"other\"}",
                "{\"event\":\"test\",\"id\":\"x\",\"outcome\":\"passed\",\"seconds\":NaN}",
                "{\"event\":\"test\"} trailing"
            })
    void counts_lines_that_make_no_sense(String line) {
        // When
        write(line);

        // Then
        TestReport report = log.report("unittest", "3.11");
        assertThat(report.tests()).isEmpty();
        assertThat(report.notes()).contains("1 lines in the runner's output made no sense and were ignored");
        assertThat(log.complete()).isFalse();
    }

    @Test
    void numbers_are_brought_into_their_range() {
        // When
        write("{\"event\":\"test\",\"id\":\"x\",\"outcome\":\"passed\",\"seconds\":-5}");
        write("{\"event\":\"end\",\"totals\":{\"tests\":-1,\"failed\":-2,\"seconds\":1e300}}");

        // Then
        Totals totals = log.report("unittest", "3.11").totals();
        assertThat(totals).isEqualTo(new Totals(0, 1, 0, 0, 0, 0, 0, 1e6));
    }

    @Test
    void text_that_can_not_be_stored_is_made_storable() throws Exception {
        // When
        write("{\"event\":\"test\",\"id\":\"a\\u0000\\ud800b\",\"outcome\":\"failed\",\"text\":\"\\udc00\"}");

        // Then
        TestReport report = log.report("unittest", "3.11");
        assertThat(report.tests()).containsExactly(new TestRun("a\uFFFD\uFFFDb", Outcome.FAILED, 0, "\uFFFD"));
        assertThat(Json.mapper().writeValueAsBytes(report)).isNotEmpty();
    }

    @Test
    void a_flood_of_reports_is_counted_and_the_report_bounded() throws Exception {
        // When
        for (int i = 0; i < 20_000; i++) {
            write("{\"event\":\"test\",\"id\":\"" + "x".repeat(100) + i + "\",\"outcome\":\"passed\"}");
        }
        write("{\"event\":\"test\",\"id\":\"last\",\"outcome\":\"failed\",\"text\":\"" + "y".repeat(100_000) + "\"}");

        // Then
        TestReport report = log.report("unittest", "3.11");
        assertThat(report.totals().tests()).isEqualTo(20_001);
        assertThat(report.tests().getLast().id()).isEqualTo("last");
        assertThat(report.notes()).anyMatch(note -> note.contains("counted but not listed"));
        assertThat(Json.mapper().writeValueAsBytes(report).length).isLessThan(900 * 1024);
    }

    @Test
    void notes_are_bounded_too() {
        // When
        for (int i = 0; i < 1000; i++) {
            write("{\"event\":\"note\",\"text\":\"" + "n".repeat(10_000) + "\"}");
        }

        // Then
        assertThat(log.report("unittest", "3.11").notes())
                .hasSizeLessThanOrEqualTo(20)
                .allSatisfy(note -> assertThat(note).hasSizeLessThan(2100));
    }

    private void write(String line) {
        log.stdout((line + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
