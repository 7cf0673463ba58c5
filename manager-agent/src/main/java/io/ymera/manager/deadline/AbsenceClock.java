package io.ymera.manager.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Tells what has been absent without a break for longer than a grace period, over repeated looks. A single look may miss
 * something that is there, for example just after Redis was restarted. Not thread-safe.
 */
final class AbsenceClock {

    private final Duration grace;
    private final Map<Object, Instant> absentSince = new HashMap<>();

    AbsenceClock(Duration grace) {
        this.grace = grace;
    }

    /**
     * Those among {@code expected} that no look since {@code now} minus the grace period has found present.
     *
     * @param knownUntil what became absent later may have said why, and nobody has heard it yet: it is not among them
     */
    <T> Set<T> absentTooLong(Collection<T> expected, Predicate<T> isPresent, Instant now, Instant knownUntil) {
        absentSince.keySet().retainAll(new HashSet<>(expected));
        Set<T> tooLong = new HashSet<>();
        for (T item : expected) {
            if (isPresent.test(item)) {
                absentSince.remove(item);
                continue;
            }
            Instant since = absentSince.computeIfAbsent(item, absent -> now);
            if (Duration.between(since, now).compareTo(grace) >= 0 && !since.isAfter(knownUntil)) {
                tooLong.add(item);
            }
        }
        return tooLong;
    }

    /** Forgets all absences, because the last look could not see. */
    void reset() {
        absentSince.clear();
    }
}
