package io.ymera.manager.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronExpressionTest {

    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    * * * * *        | 2026-03-01T10:00:00Z   | 2026-03-01T10:01:00Z
                    * * * * *        | 2026-03-01T10:00:59.9Z | 2026-03-01T10:01:00Z
                    */15 * * * *     | 2026-03-01T10:14:59Z   | 2026-03-01T10:15:00Z
                    0 9-17/4 * * 1-5 | 2026-03-06T17:00:00Z   | 2026-03-09T09:00:00Z
                    5,35 2 * * *     | 2026-03-01T02:05:00Z   | 2026-03-01T02:35:00Z
                    0 0 * * SUN      | 2026-03-02T00:00:00Z   | 2026-03-08T00:00:00Z
                    0 0 * * 7        | 2026-03-02T00:00:00Z   | 2026-03-08T00:00:00Z
                    0 0 1 JAN *      | 2026-03-02T00:00:00Z   | 2027-01-01T00:00:00Z
                    0 0 29 2 *       | 2026-03-02T00:00:00Z   | 2028-02-29T00:00:00Z
                    0 0 31 * *       | 2026-04-01T00:00:00Z   | 2026-05-31T00:00:00Z
                    0 0 13 * FRI     | 2026-03-01T00:00:00Z   | 2026-03-06T00:00:00Z
                    0 0 13 * FRI     | 2026-04-11T00:00:00Z   | 2026-04-13T00:00:00Z
                    @hourly          | 2026-03-01T10:30:00Z   | 2026-03-01T11:00:00Z
                    @daily           | 2026-03-01T10:30:00Z   | 2026-03-02T00:00:00Z
                    @midnight        | 2026-03-01T10:30:00Z   | 2026-03-02T00:00:00Z
                    @weekly          | 2026-03-01T10:30:00Z   | 2026-03-08T00:00:00Z
                    @monthly         | 2026-03-01T10:30:00Z   | 2026-04-01T00:00:00Z
                    @yearly          | 2026-03-01T10:30:00Z   | 2027-01-01T00:00:00Z
                    """)
    void theNextTime(String cron, Instant after, Instant next) {
        assertThat(CronExpression.parse(cron).next(after, UTC)).contains(next);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "*",
                "* * * *",
                "* * * * * *",
                "60 * * * *",
                "* 24 * * *",
                "* * 0 * *",
                "* * 32 * *",
                "* * * 13 *",
                "* * * * 8",
                "-1 * * * *",
                "5-1 * * * *",
                "*/0 * * * *",
                "*/-5 * * * *",
                "*/99999999999 * * * *",
                "a b c d e",
                "? * * * *",
                "* * L * *",
                "* * 15W * *",
                "* * * * FRI#2",
                "@reboot",
                "@never",
                "@",
                "0 0 * * * || 0 1 * * *",
                "0 0 * * *|0 1 * * *",
                "${7*7} * * * *",
                "\u0000 * * * *",
                "１ * * * *"
            })
    void whatIsNoneIsRefused(String cron) {
        assertThatThrownBy(() -> CronExpression.parse(cron)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @Timeout(5)
    void longOnesAreNotEvenRead() {
        assertThatThrownBy(() -> CronExpression.parse("1,".repeat(1_000_000) + "1 * * * *"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("100 characters");
    }

    @ParameterizedTest
    @Timeout(5)
    @ValueSource(strings = {"0 0 31 2 *", "59 23 30 2 *", "*/7 */5 31 4,6,9,11 *"})
    void aDayThatNeverComesIsFoundOutSoon(String cron) {
        assertThat(CronExpression.parse(cron).next(Instant.parse("2026-03-01T00:00:00Z"), BERLIN))
                .isEmpty();
    }

    /** In Berlin clocks go from 02:00 to 03:00 at 2026-03-29T01:00:00Z. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    30 2 * * *   | 2026-03-28T01:30:00Z | 2026-03-29T01:00:00Z, 2026-03-30T00:30:00Z
                    0 3 * * *    | 2026-03-28T02:00:00Z | 2026-03-29T01:00:00Z, 2026-03-30T01:00:00Z
                    30 2,3 * * * | 2026-03-29T00:00:00Z | 2026-03-29T01:00:00Z, 2026-03-29T01:30:00Z
                    15,45 2 * * * | 2026-03-29T00:00:00Z | 2026-03-29T01:00:00Z, 2026-03-30T00:15:00Z
                    */30 * * * * | 2026-03-29T00:00:00Z | 2026-03-29T00:30:00Z, 2026-03-29T01:00:00Z, 2026-03-29T01:30:00Z
                    15 * * * *   | 2026-03-29T00:00:00Z | 2026-03-29T00:15:00Z, 2026-03-29T01:15:00Z
                    */10 2 * * * | 2026-03-29T00:00:00Z | 2026-03-30T00:00:00Z
                    """)
    void whereAnHourIsSkipped(String cron, Instant after, String expected) {
        assertTimes(cron, after, expected);
    }

    /** In Berlin clocks go from 03:00 to 02:00 at 2026-10-25T01:00:00Z. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    30 2 * * *   | 2026-10-24T12:00:00Z | 2026-10-25T00:30:00Z, 2026-10-26T01:30:00Z
                    30 2 * * *   | 2026-10-25T01:10:00Z | 2026-10-26T01:30:00Z
                    0 2,3 * * *  | 2026-10-24T12:00:00Z | 2026-10-25T00:00:00Z, 2026-10-25T02:00:00Z
                    */30 * * * * | 2026-10-25T00:00:00Z | 2026-10-25T00:30:00Z, 2026-10-25T01:00:00Z, 2026-10-25T01:30:00Z, 2026-10-25T02:00:00Z
                    15 * * * *   | 2026-10-25T00:00:00Z | 2026-10-25T00:15:00Z, 2026-10-25T01:15:00Z, 2026-10-25T02:15:00Z
                    0 * * * *    | 2026-10-25T00:30:00Z | 2026-10-25T01:00:00Z, 2026-10-25T02:00:00Z
                    """)
    void whereAnHourIsRepeated(String cron, Instant after, String expected) {
        assertTimes(cron, after, expected);
    }

    /** Samoa had no 30 December 2011. */
    @Test
    void whereADayIsSkipped() {
        assertThat(CronExpression.parse("0 12 * * *")
                        .next(Instant.parse("2011-12-29T22:30:00Z"), ZoneId.of("Pacific/Apia")))
                .contains(Instant.parse("2011-12-30T10:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"* * * * *", "*/7 * * * *", "30 2 * * *", "0 */3 * * *", "17 1-4 * * *", "0 0 1 * *"})
    void timesGoForwardInEveryZone(String cron) {
        CronExpression expression = CronExpression.parse(cron);
        for (String zone : new String[] {
            "Europe/Berlin",
            "America/St_Johns",
            "Australia/Lord_Howe",
            "Africa/Casablanca",
            "Asia/Kathmandu",
            "Pacific/Apia"
        }) {
            Instant last = Instant.parse("2026-01-01T00:00:00Z");
            for (int i = 0; i < 600 && last.isBefore(Instant.parse("2027-01-01T00:00:00Z")); i++) {
                Instant next = expression.next(last, ZoneId.of(zone)).orElseThrow();
                assertThat(next).as("%s in %s after %s", cron, zone, last).isAfter(last);
                last = next.plus(i % 10 == 0 ? Duration.ofDays(5) : Duration.ZERO);
            }
        }
    }

    private static void assertTimes(String cron, Instant after, String expected) {
        CronExpression expression = CronExpression.parse(cron);
        String[] instants = expected.split(", ");
        Stream<Instant> times = Stream.iterate(
                        expression.next(after, BERLIN),
                        Optional::isPresent,
                        last -> expression.next(last.orElseThrow(), BERLIN))
                .limit(instants.length)
                .map(Optional::orElseThrow);

        assertThat(times.map(Instant::toString)).containsExactly(instants);
    }
}
