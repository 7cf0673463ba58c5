package io.ymera.bench.accuracy;

import java.util.Collection;

/**
 * Counted pairs, or counted cases of a list.
 *
 * @param positives vulnerable ones
 * @param found of them
 * @param negatives safe ones
 * @param alarms in them
 * @param others findings on safe ones that are about something else
 */
record Tally(int positives, int found, int negatives, int alarms, int others) {

    static Tally of(Collection<Outcome> outcomes) {
        Tally tally = new Tally(0, 0, 0, 0, 0);
        for (Outcome outcome : outcomes) {
            tally = tally.plus(new Tally(
                    1,
                    outcome.found() ? 1 : 0,
                    1,
                    outcome.alarm() ? 1 : 0,
                    outcome.others().size()));
        }
        return tally;
    }

    Tally plus(Tally other) {
        return new Tally(
                positives + other.positives,
                found + other.found,
                negatives + other.negatives,
                alarms + other.alarms,
                others + other.others);
    }

    /** In percent; of what is not there, all was found. */
    double recall() {
        return positives == 0 ? 100 : 100.0 * found / positives;
    }

    /** In percent. */
    double falsePositives() {
        return negatives == 0 ? 0 : 100.0 * alarms / negatives;
    }

    /** Youden's index in percent: recall less false positives. */
    double youden() {
        return recall() - falsePositives();
    }
}
