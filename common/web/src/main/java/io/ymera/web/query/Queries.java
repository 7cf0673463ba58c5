package io.ymera.web.query;

import io.ymera.contracts.problem.ErrorCode;
import io.ymera.contracts.problem.Violation;
import io.ymera.web.problem.ApiException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads query parameters; what is wrong with one is {@link ErrorCode#VALIDATION_FAILED}. */
public final class Queries {

    private static final int LONGEST = 1_000;
    private static final int LAST_YEAR = 9_999;

    private Queries() {}

    /** What is to be thrown for a {@code parameter} that can't be read; {@code message} says what it has to be. */
    public static ApiException invalid(String parameter, String message) {
        return new ApiException(
                ErrorCode.VALIDATION_FAILED,
                "The query is not valid; see errors.",
                List.of(new Violation("", parameter + ": " + message)));
    }

    /** Some text that the database can compare with, or null for none. */
    public static @Nullable String text(String parameter, @Nullable String value) {
        if (value != null && (value.indexOf('\0') >= 0 || value.length() > LONGEST)) {
            throw invalid(parameter, "must have at most %d characters, none of them U+0000".formatted(LONGEST));
        }
        return value;
    }

    /** An id in its usual form, or null for none. */
    public static @Nullable UUID id(String parameter, @Nullable String value) {
        if (value == null) {
            return null;
        }
        try {
            UUID id = UUID.fromString(value);
            // It also reads shorter forms, each of which would be another name for the same
            if (id.toString().equalsIgnoreCase(value)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            // answered below
        }
        throw invalid(parameter, "must be a UUID");
    }

    /** Where a page begins, as the page before it said, or null for the first. */
    public static @Nullable UUID cursor(@Nullable String value) {
        try {
            return id("cursor", value);
        } catch (ApiException e) {
            throw invalid("cursor", "must be the next_cursor of an earlier answer");
        }
    }

    /** An RFC 3339 time, or null for none. */
    public static @Nullable Instant time(String parameter, @Nullable String value) {
        if (value == null) {
            return null;
        }
        try {
            // In a query a plus sign is a space
            OffsetDateTime time = OffsetDateTime.parse(value.replace(' ', '+'));
            if (time.getYear() >= 0 && time.getYear() <= LAST_YEAR) {
                return time.toInstant();
            }
        } catch (DateTimeParseException e) {
            // answered below
        }
        throw invalid(parameter, "must be an RFC 3339 time, such as 2026-11-22T03:45:00Z");
    }

    /**
     * Statuses, each value one or several with commas between; null for none.
     *
     * @param known those that there are, by the names that stand in queries and in the database
     */
    public static String @Nullable [] statuses(List<String> values, List<String> known) {
        List<String> names = values.stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .distinct()
                .toList();
        if (!known.containsAll(names)) {
            throw invalid("status", "must be one or several of " + String.join(", ", known));
        }
        return names.isEmpty() ? null : names.toArray(String[]::new);
    }

    /** {@code true} or {@code false}; false if nothing is said. */
    public static boolean flag(String parameter, @Nullable String value) {
        if (value == null || value.equals("false")) {
            return false;
        }
        if (value.equals("true")) {
            return true;
        }
        throw invalid(parameter, "must be true or false");
    }

    /** How long a page is to be: {@code usual} if nothing is said, from 1 to {@code most}. */
    public static int limit(@Nullable String value, int usual, int most) {
        if (value == null) {
            return usual;
        }
        try {
            int limit = Integer.parseInt(value);
            if (limit >= 1 && limit <= most) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // answered below
        }
        throw invalid("limit", "must be a number from 1 to %d".formatted(most));
    }
}
