package io.ymera.manager.schedule;

import io.ymera.web.problem.ApiException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a schedule runs.
 *
 * @param cron the times
 * @param zone by whose clocks
 * @param endsAt the last moment at which it may be due; null for no end
 * @param maxRuns how often it may run; null for no limit
 */
record Timing(
        CronExpression cron,
        ZoneId zone,
        @Nullable Instant endsAt,
        @Nullable Integer maxRuns) {

    /**
     * Reads what a client wrote.
     *
     * @throws ApiException with {@code validation_failed}, naming what can't be read
     */
    static Timing of(ScheduleDefinition definition) {
        CronExpression cron;
        try {
            cron = CronExpression.parse(definition.cron());
        } catch (IllegalArgumentException e) {
            throw ApiException.invalid("/cron", "is not a cron expression: " + e.getMessage());
        }
        if (!ZoneId.getAvailableZoneIds().contains(definition.timeZone())) {
            throw ApiException.invalid(
                    "/time_zone", "is not a name in the IANA time zone database, like UTC or Europe/Berlin");
        }
        return new Timing(cron, ZoneId.of(definition.timeZone()), definition.endsAt(), definition.maxRuns());
    }

    /**
     * When it is due next; empty if it is over.
     *
     * @param runs how often it has run
     */
    Optional<Instant> next(Instant after, int runs) {
        if (maxRuns != null && runs >= maxRuns) {
            return Optional.empty();
        }
        return cron.next(after, zone).filter(time -> endsAt == null || !time.isAfter(endsAt));
    }
}
