package io.ymera.web.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ymera.contracts.problem.ErrorCode;
import io.ymera.web.problem.ApiException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueriesTest {

    private static final List<String> STATUSES = List.of("scheduled", "blocked", "pending", "running", "cancelled");

    @Test
    void whatIsNotGivenIsNoRestriction() {
        assertThat(Queries.text("name", null)).isNull();
        assertThat(Queries.id("project_id", null)).isNull();
        assertThat(Queries.cursor(null)).isNull();
        assertThat(Queries.time("since", null)).isNull();
        assertThat(Queries.statuses(List.of(), STATUSES)).isNull();
        assertThat(Queries.limit(null, 50, 200)).isEqualTo(50);
    }

    @Test
    void statusesComeSeparatelyOrTogether() {
        assertThat(Queries.statuses(List.of("pending,running", "pending", "cancelled"), STATUSES))
                .containsExactly("pending", "running", "cancelled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Pending", "pending,", "open", "pending running", "'; DROP TABLE tasks; --"})
    void otherStatusesAreRefusedAndTheKnownNamed(String status) {
        assertRefused(
                () -> Queries.statuses(List.of(status), STATUSES),
                "status: must be one or several of scheduled, blocked");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T03:45:00Z, 2026-11-22T03:45:00Z",
        "2026-11-22T03:45:00.123456789Z, 2026-11-22T03:45:00.123456789Z",
        "2026-11-22T03:45:00+01:00, 2026-11-22T02:45:00Z",
        "2026-11-22T03:45:00 01:00, 2026-11-22T02:45:00Z"
    })
    void timesAreRfc3339(String text, Instant time) {
        assertThat(Queries.time("since", text)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "now",
                "2026-11-22",
                "2026-11-22T03:45:00",
                "1700000000",
                "+999999999-01-01T00:00:00Z",
                "-0001-01-01T00:00:00Z",
                "2026-02-30T00:00:00Z"
            })
    void otherTimesAreRefused(String text) {
        assertRefused(() -> Queries.time("since", text), "since: must be an RFC 3339 time");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1-1-1-1-1", "01a20033-9828-71c7-a8e7-623c2f84fd5", "../../etc/passwd", "null"})
    void aCursorIsWhatWasGiven(String text) {
        assertRefused(() -> Queries.cursor(text), "cursor: must be the next_cursor of an earlier answer");
        assertRefused(() -> Queries.id("project_id", text), "project_id: must be a UUID");
    }

    @Test
    void anIdIsReadInEitherCase() {
        UUID id = UUID.randomUUID();

        assertThat(Queries.id("project_id", id.toString().toUpperCase(Locale.ROOT)))
                .isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "201", "1e2", "ten", "99999999999", "1.0"})
    void otherLimitsAreRefused(String text) {
        assertRefused(() -> Queries.limit(text, 50, 200), "limit: must be a number from 1 to 200");
    }

    @Test
    void textThatTheDatabaseCannotHoldIsRefused() {
        assertRefused(() -> Queries.text("name", "a\u0000b"), "name: must have");
        assertRefused(() -> Queries.text("name", "a".repeat(1_001)), "name: must have");
    }

    private static void assertRefused(ThrowingCallable action, String message) {
        assertThatThrownBy(action).isInstanceOfSatisfying(ApiException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.VALIDATION_FAILED);
            assertThat(e.violations()).singleElement().satisfies(violation -> assertThat(violation.message())
                    .startsWith(message));
        });
    }
}
