package io.ymera.gateway.limit;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Promise;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.ResponseType;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** What is asked of Redis in one call: for each caller once, however many of its requests wait. */
final class Batch {

    private static final Limit PROBE = new Limit("probe", 1, Duration.ofSeconds(1));

    private final Map<String, Group> groups = new LinkedHashMap<>();

    private boolean answered;

    private Batch() {}

    /** For a call on nobody's behalf, which does all that others do. */
    static Batch probe() {
        Batch batch = new Batch();
        batch.add(new Check(PROBE, CallerKey.counted(PROBE, "-"), Promise.promise()));
        return batch;
    }

    /** Takes up to {@code most} of those who wait longest. */
    static Batch of(Queue<Check> waiting, int most) {
        Batch batch = new Batch();
        for (int i = 0; i < most; i++) {
            Check check = waiting.poll();
            if (check == null) {
                break;
            }
            batch.add(check);
        }
        return batch;
    }

    private void add(Check check) {
        Group known = groups.putIfAbsent(check.counted(), new Group(check));
        if (known != null) {
            known.add(check);
        }
    }

    /** Whether everybody has a verdict, and one that comes now is of no use. */
    boolean isAnswered() {
        return answered;
    }

    Collection<Group> groups() {
        return groups.values();
    }

    /** Whether Redis' answer has what it should. */
    boolean isAnswer(Response found) {
        return found.type() == ResponseType.MULTI && found.size() == WindowScript.NUMBERS_EACH * groups.size();
    }

    /**
     * Gives everybody the verdict that Redis has found.
     *
     * @param asked when, in nanoseconds
     */
    void answer(Response found, long asked, Denials denials, LimitMetrics metrics) {
        answered = true;
        int at = 0;
        for (Group group : groups.values()) {
            long admitted = number(found, at);
            long remaining = number(found, at + 1);
            Duration wait = Duration.of(number(found, at + 2), ChronoUnit.MICROS);
            at += WindowScript.NUMBERS_EACH;
            if (admitted < group.size()) {
                denials.remember(group.counted(), group.limit(), asked, wait);
            }
            long left = admitted;
            for (@Nullable Check check = group.first(); check != null; check = check.next) {
                left--;
                Verdict verdict = left >= 0
                        ? Verdict.counted(group.limit(), remaining + left, wait)
                        : Verdict.refused(group.limit(), wait);
                metrics.byRedis(verdict);
                check.answer(verdict);
            }
        }
    }

    private static long number(Response found, int at) {
        return requireNonNull(found.get(at).toLong(), "Redis answers no number");
    }

    /** Gives everybody who has none yet the verdict of this process. */
    void answerHere(LocalWindows local) {
        answered = true;
        for (Group group : groups.values()) {
            for (@Nullable Check check = group.first(); check != null; check = check.next) {
                if (!check.isAnswered()) {
                    check.answer(local.admit(check.limit(), check.counted()));
                }
            }
        }
    }
}
