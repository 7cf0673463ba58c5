package io.ymera.examination.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.ymera.codebase.Language;
import io.ymera.contracts.Json;
import io.ymera.examination.lab.Incident;
import io.ymera.examination.lab.Seal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestLogTest {

    private final SecureRandom random = new SecureRandom();
    private final Seal seal = Seal.create(random);
    private final Room room = new Room(TestExecution.REPORT_BYTES);
    private final TestLog log = new TestLog(
            seal,
            Controls.create(random, Language.PYTHON),
            Set.of(),
            room,
            new CoverageData(Set.of()),
            (expected, test) -> {});
    private long written;

    @Test
    void puts_lines_together_however_they_are_cut() {
        // Given
        byte[] line = (sealed(
                                "{\"event\":\"test\",\"id\":\"ä\",\"outcome\":\"failed\",\"seconds\":0.5,\"text\":\"why\"}")
                        + "\n")
                .getBytes(StandardCharsets.UTF_8);

        // When
        for (byte each : line) {
            log.stdout(new byte[] {each});
        }

        // Then
        assertThat(report().tests()).containsExactly(new TestRun("ä", Outcome.FAILED, 0.5, "why"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
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
        TestReportOf report = report();
        assertThat(report.tests()).isEmpty();
        assertThat(report.notes()).contains("1 lines in the runner's output made no sense and were ignored");
        assertThat(log.complete()).isFalse();
    }

    @Test
    void a_line_without_the_seal_or_said_twice_is_an_incident_and_no_outcome() {
        // Given
        String once = sealed("{\"event\":\"test\",\"id\":\"x\",\"outcome\":\"passed\"}");

        // When
        log.stdout("{\"event\":\"test\",\"id\":\"y\",\"outcome\":\"passed\"}\n".getBytes(StandardCharsets.UTF_8));
        log.stdout((once + "\n" + once + "\n").getBytes(StandardCharsets.UTF_8));

        // Then
        assertThat(log.tests()).extracting(TestRun::id).containsExactly("x");
        assertThat(log.incidents())
                .extracting(Incident::kind)
                .containsExactly(Incident.Kind.FORGED_REPORT, Incident.Kind.FORGED_REPORT);
    }

    @Test
    void numbers_are_brought_into_their_range() {
        // When
        write("{\"event\":\"test\",\"id\":\"x\",\"outcome\":\"passed\",\"seconds\":-5}");
        write("{\"event\":\"end\",\"totals\":{\"tests\":-1,\"failed\":-2,\"seconds\":1e300}}");

        // Then
        Totals totals = report().totals();
        assertThat(totals).isEqualTo(new Totals(0, 1, 0, 0, 0, 0, 0, 1e6));
    }

    @Test
    void text_that_can_not_be_stored_is_made_storable() throws Exception {
        // When
        write("{\"event\":\"test\",\"id\":\"a\\u0000\\ud800b\",\"outcome\":\"failed\",\"text\":\"\\udc00\"}");

        // Then
        TestReportOf report = report();
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
        TestReportOf report = report();
        assertThat(report.totals().tests()).isEqualTo(20_001);
        assertThat(report.tests().getLast().id()).isEqualTo("last");
        assertThat(room.turnedAway()).isPositive();
        assertThat(Json.mapper().writeValueAsBytes(report).length).isLessThan(900 * 1024);
    }

    @Test
    void notes_are_bounded_too() {
        // When
        for (int i = 0; i < 1000; i++) {
            write("{\"event\":\"note\",\"text\":\"" + "n".repeat(10_000) + "\"}");
        }

        // Then
        assertThat(report().notes()).hasSizeLessThanOrEqualTo(20).allSatisfy(note -> assertThat(note)
                .hasSizeLessThan(2100));
    }

    private TestReportOf report() {
        return new TestReportOf(log.tests(), log.totals(), log.notes());
    }

    /** What a report would have of it. */
    private record TestReportOf(List<TestRun> tests, Totals totals, List<String> notes) {}

    private void write(String line) {
        log.stdout((sealed(line) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** As a runner would write it. */
    private String sealed(String line) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(seal.key()), "HmacSHA256"));
            byte[] digest = mac.doFinal((written++ + ":" + line).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, 32) + " " + line;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
