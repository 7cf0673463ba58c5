package io.ymera.manager.schedule;

import static java.time.ZoneOffset.UTC;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * When something is to happen, as {@code crontab(5)} writes it: minute, hour, day of the month, month, day of the week, or
 * one of {@code @yearly @annually @monthly @weekly @daily @midnight @hourly}. A day is meant if either of its fields names
 * it, when both are given. Immutable, and safe for use by several threads.
 *
 * <p>Where clocks are changed it does what Vixie cron does. An expression whose minute or hour begins with {@code *} means
 * an interval: it takes no notice, so it misses the hour that is skipped and happens twice in the one that is repeated. Any
 * other means times of day: one in the skipped hour happens when that hour would have ended, one in the repeated hour
 * happens the first time only.
 */
final class CronExpression {

    /** The longest that is read. */
    static final int MAX_LENGTH = 100;

    private static final Pattern CHARACTERS = Pattern.compile("@?[0-9A-Za-z*,/ \\t-]*");

    private static final Map<String, String> NAMES = Map.of(
            "@yearly", "0 0 1 1 *",
            "@annually", "0 0 1 1 *",
            "@monthly", "0 0 1 * *",
            "@weekly", "0 0 * * 0",
            "@daily", "0 0 * * *",
            "@midnight", "0 0 * * *",
            "@hourly", "0 * * * *");

    private final ExecutionTime times;
    private final boolean isInterval;

    private CronExpression(ExecutionTime times, boolean isInterval) {
        this.times = times;
        this.isInterval = isInterval;
    }

    /**
     * Reads an expression.
     *
     * @throws IllegalArgumentException if it is none; the message says what is wrong, for the one who wrote it
     */
    static CronExpression parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("it has more than %d characters".formatted(MAX_LENGTH));
        }
        String plain = NAMES.getOrDefault(text.strip(), text.strip());
        if (!CHARACTERS.matcher(plain).matches()) {
            throw new IllegalArgumentException("only digits, * , - / and the names of months and days can be used");
        }
        if (plain.startsWith("@")) {
            throw new IllegalArgumentException("known names are @yearly, @monthly, @weekly, @daily and @hourly");
        }
        String[] fields = plain.split("\\s+", -1);
        if (fields.length != 5) {
            throw new IllegalArgumentException(
                    "it needs 5 fields: minute, hour, day of the month, month, day of the week");
        }
        var cron = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX)).parse(plain);
        return new CronExpression(ExecutionTime.forCron(cron), fields[0].startsWith("*") || fields[1].startsWith("*"));
    }

    /** The first time after {@code after}, by the clocks of {@code zone}; empty if there is none within a century. */
    Optional<Instant> next(Instant after, ZoneId zone) {
        ZoneRules rules = zone.getRules();
        return isInterval ? nextOfInterval(after, rules) : nextTimeOfDay(after, rules);
    }

    /** Between two changes of the clocks local time goes as time does; each such stretch is looked at on its own. */
    private Optional<Instant> nextOfInterval(Instant after, ZoneRules rules) {
        ZoneOffset offset = rules.getOffset(after);
        Optional<LocalDateTime> local = nextLocal(LocalDateTime.ofInstant(after, offset));
        while (local.isPresent()) {
            Instant found = local.get().toInstant(offset);
            ZoneOffsetTransition change = rules.nextTransition(after);
            if (change == null || found.isBefore(change.getInstant())) {
                return Optional.of(found);
            }
            after = change.getInstant();
            offset = change.getOffsetAfter();
            // The moment of the change itself may be meant
            local = nextLocal(change.getDateTimeAfter().minus(Duration.ofSeconds(1)));
        }
        return Optional.empty();
    }

    private Optional<Instant> nextTimeOfDay(Instant after, ZoneRules rules) {
        Optional<LocalDateTime> local = nextLocal(LocalDateTime.ofInstant(after, rules.getOffset(after)));
        while (local.isPresent()) {
            Instant found = firstInstant(local.get(), rules);
            if (found.isAfter(after)) {
                return Optional.of(found);
            }
            local = nextLocal(local.get());
        }
        return Optional.empty();
    }

    private static Instant firstInstant(LocalDateTime local, ZoneRules rules) {
        ZoneOffsetTransition change = rules.getTransition(local);
        if (change == null) {
            return local.toInstant(rules.getOffset(local));
        }
        return change.isGap() ? change.getInstant() : local.toInstant(change.getOffsetBefore());
    }

    /** As if there were no changes of clocks at all: what the library does about them differs. */
    private Optional<LocalDateTime> nextLocal(LocalDateTime after) {
        return times.nextExecution(after.atZone(UTC)).map(ZonedDateTime::toLocalDateTime);
    }
}
