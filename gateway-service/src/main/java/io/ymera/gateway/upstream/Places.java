package io.ymera.gateway.upstream;

import io.ymera.contracts.problem.ErrorCode;
import io.ymera.web.problem.ApiException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** Places for what stays open for long: so many for all, and of these so many for each caller, so that no one takes them all. Thread-safe. */
final class Places {

    private final String what;
    private final Set<Entry> taken = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> byCaller = new ConcurrentHashMap<>();
    private volatile boolean ended;

    /** @param what takes them, in the plural, as clients are told */
    Places(String what) {
        this.what = what;
    }

    /** A place that is taken; given back once, when what had it is over. */
    final class Entry {
        private final String caller;
        private final Runnable ending;
        private final AtomicBoolean over = new AtomicBoolean();

        private Entry(String caller, Runnable ending) {
            this.caller = caller;
            this.ending = ending;
        }

        void leave() {
            if (over.compareAndSet(false, true)) {
                taken.remove(this);
                byCaller.computeIfPresent(caller, (id, count) -> count == 1 ? null : count - 1);
            }
        }

        boolean isOver() {
            return over.get();
        }

        /** Whether all have been told to end; who was not there yet when that was said asks here. */
        boolean isToEnd() {
            return ended;
        }
    }

    /**
     * Takes one.
     *
     * @param share the most that {@code caller} may have
     * @param most the most that all may have
     * @param ending ends what takes it; called on any thread by {@link #endAll}
     * @throws ApiException if there is none
     */
    Entry enter(String caller, int share, int most, Runnable ending) {
        Entry entry = new Entry(caller, ending);
        taken.add(entry);
        int others = byCaller.merge(caller, 1, Integer::sum) - 1;
        if (others >= share) {
            entry.leave();
            throw new ApiException(
                    ErrorCode.TOO_MANY_REQUESTS, "You have %d %s open: close some first.".formatted(others, what));
        }
        if (ended || taken.size() > most) {
            entry.leave();
            throw new ApiException(ErrorCode.OVERLOADED, "Too many %s are open: try again.".formatted(what));
        }
        return entry;
    }

    int taken() {
        return taken.size();
    }

    /** Ends all there are, and lets nobody in any more. */
    void endAll() {
        ended = true;
        taken.forEach(entry -> entry.ending.run());
    }

    /** Callers who have one, for tests of what is kept of those who have left. */
    int callers() {
        return byCaller.size();
    }
}
