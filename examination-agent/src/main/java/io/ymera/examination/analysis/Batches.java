package io.ymera.examination.analysis;

import io.ymera.agent.TaskFailedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Has a tool read many files at once. Where it breaks, halves of them are tried, and halves of these, so that a hostile file
 * costs itself and not all that is known of the others. How often and how long is bounded. Not thread-safe.
 */
final class Batches {

    private static final int MAX_RUNS = 12;
    private static final Duration TOO_SHORT = Duration.ofSeconds(3);

    private final List<String> unread = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();
    private Duration left;
    private int runs;

    /** One that takes about this long at most. */
    Batches(Duration budget) {
        this.left = budget;
    }

    /** One run of the tool. */
    interface Attempt {
        /** Reads these files within that time. */
        Outcome read(List<String> files, Duration time) throws TaskFailedException, InterruptedException;
    }

    /**
     * How a run ended.
     *
     * @param time how long it took
     * @param broken why what it said is worth nothing; empty if it did its work
     */
    record Outcome(Duration time, Optional<String> broken) {
        static final Outcome NOTHING_TO_DO = new Outcome(Duration.ZERO, Optional.empty());
    }

    void run(List<String> files, Attempt attempt) throws TaskFailedException, InterruptedException {
        if (files.isEmpty()) {
            return;
        }
        if (runs == MAX_RUNS || left.compareTo(TOO_SHORT) < 0) {
            unread.addAll(files);
            return;
        }
        runs++;
        // Half of what is left: so something is left for the halves
        Outcome outcome = attempt.read(files, files.size() == 1 || runs == 1 ? left.dividedBy(2) : left.dividedBy(3));
        left = left.minus(outcome.time());
        if (outcome.broken().isEmpty()) {
            return;
        }
        reasons.add(outcome.broken().get());
        if (files.size() == 1) {
            unread.addAll(files);
            return;
        }
        run(files.subList(0, files.size() / 2), attempt);
        run(files.subList(files.size() / 2, files.size()), attempt);
    }

    /** Files that were never read to the end. */
    List<String> unread() {
        return List.copyOf(unread);
    }

    /** Why; the last reason is the one of the smallest group of files. */
    String reason() {
        return reasons.isEmpty() ? "there was no time left" : reasons.getLast();
    }
}
