package io.ymera.examination.testing;

import io.ymera.agent.TaskFailedException;
import io.ymera.codebase.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Runs all tests of one language: its parts, side by side where there is room, then once more what failed. */
final class SuiteRun {

    /** More failures than that are no matter of luck. */
    private static final int MOST_RERUN = 50;

    private final Parts parts;
    private final Semaphore extra;
    private final Map<Integer, Gathered> done = new TreeMap<>();

    /** @param extra how many parts may run besides the attempts themselves */
    SuiteRun(Parts parts, Semaphore extra) {
        this.parts = parts;
        this.extra = extra;
    }

    /** Runs every part; the order of the result is the parts', whichever ended first. */
    Gathered run(int shards, int reportBytes, CoverageData coverage) throws TaskFailedException, InterruptedException {
        Teller teller = new Teller(parts.bench().context(), shards);
        ConcurrentLinkedQueue<Integer> waiting = new ConcurrentLinkedQueue<>();
        for (int shard = 0; shard < shards; shard++) {
            waiting.add(shard);
        }
        List<Room> rooms = new ArrayList<>();
        for (int shard = 0; shard < shards; shard++) {
            rooms.add(new Room(reportBytes / shards));
        }
        Callable<@Nullable Void> worker = () -> {
            for (Integer shard = waiting.poll(); shard != null; shard = waiting.poll()) {
                Gathered part = parts.run(shard, shards, rooms.get(shard), coverage, teller.of(shard));
                synchronized (done) {
                    done.put(shard, part);
                }
            }
            return null;
        };
        sideBySide(worker, shards - 1);
        Gathered all = new Gathered();
        done.values().forEach(all::add);
        int unlisted = rooms.stream().mapToInt(Room::turnedAway).sum();
        if (unlisted > 0) {
            all.note(unlisted + " tests are counted but not listed, because the report would be too long");
        }
        return all;
    }

    /** Runs what failed again, to tell what passes now and then. */
    List<FlakyTest> flaky(Gathered first, int reruns) throws TaskFailedException, InterruptedException {
        Map<String, Outcome> outcomes = new TreeMap<>();
        for (TestRun test : first.tests()) {
            if (test.outcome().bad()) {
                outcomes.merge(test.id(), test.outcome(), (one, other) -> one.compareTo(other) >= 0 ? one : other);
            }
        }
        Set<String> failing = new TreeSet<>(first.bad());
        failing.retainAll(outcomes.keySet());
        // One that hung would hang again and cost the time of all
        failing.removeIf(test -> outcomes.get(test) == Outcome.TIMED_OUT);
        if (failing.size() > MOST_RERUN || first.verdict() != Verdict.FAILED) {
            return List.of();
        }
        List<FlakyTest> flaky = new ArrayList<>();
        for (int run = 2; run <= reruns + 1 && !failing.isEmpty(); run++) {
            Gathered again = parts.again(failing);
            if (again.verdict().compareTo(Verdict.FAILED) > 0) {
                again.incidents().forEach(first::incident);
                first.note("What failed was run again to tell whether it is flaky; that run did not come to its end");
                break;
            }
            Set<String> passed = new TreeSet<>();
            again.tests().stream()
                    .filter(test -> test.outcome() == Outcome.PASSED)
                    .forEach(test -> passed.add(test.id()));
            passed.removeAll(again.bad());
            passed.retainAll(failing);
            for (String test : passed) {
                flaky.add(new FlakyTest(test, outcomes.getOrDefault(test, Outcome.FAILED), run));
            }
            failing.removeAll(passed);
        }
        return flaky;
    }

    /** Whose tests they are. */
    Language language() {
        return parts.plan().language();
    }

    private void sideBySide(Callable<@Nullable Void> worker, int wanted)
            throws TaskFailedException, InterruptedException {
        List<FutureTask<@Nullable Void>> others = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        while (threads.size() < wanted && extra.tryAcquire()) {
            FutureTask<@Nullable Void> other = new FutureTask<>(worker);
            others.add(other);
            threads.add(Thread.ofVirtual().name("test-part").start(other));
        }
        try {
            worker.call();
            for (FutureTask<@Nullable Void> other : others) {
                other.get();
            }
        } catch (ExecutionException e) {
            throw rethrown(e.getCause() instanceof Exception cause ? cause : e);
        } catch (Exception e) {
            throw rethrown(e);
        } finally {
            threads.forEach(Thread::interrupt);
            for (Thread thread : threads) {
                WatchedRun.joined(thread);
                extra.release();
            }
        }
    }

    private static RuntimeException rethrown(Exception failure) throws TaskFailedException, InterruptedException {
        throw WatchedRun.failure(failure);
    }
}
