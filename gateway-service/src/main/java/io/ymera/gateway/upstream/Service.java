package io.ymera.gateway.upstream;

import io.ymera.contracts.problem.ErrorCode;
import io.ymera.web.problem.ApiException;
import io.ymera.web.problem.Failure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A service behind the gateway, with its replicas. Thread-safe. */
final class Service {

    private final String name;
    private final List<Target> targets;

    Service(String name, List<Target> targets) {
        this.name = name;
        this.targets = List.copyOf(targets);
    }

    String name() {
        return name;
    }

    List<Target> targets() {
        return targets;
    }

    /**
     * Who gets the next request, which has been counted there. Of those that want requests the less busy of two taken by chance
     * (Mitzenmacher, "The power of two choices"); if none does, one that does not is better than none, and one that has been tried
     * already better than that.
     *
     * @return null if every target's circuit is open
     */
    @Nullable
    Turn pick(Collection<Target> tried) {
        Predicate<Target> fresh = target -> !tried.contains(target);
        @Nullable Turn picked = pick(fresh.and(Target::isReady));
        if (picked == null) {
            picked = pick(fresh);
        }
        if (picked == null && !tried.isEmpty()) {
            picked = pick(target -> true);
        }
        return picked;
    }

    private @Nullable Turn pick(Predicate<Target> eligible) {
        if (targets.size() == 1) {
            Target only = targets.getFirst();
            return eligible.test(only) ? Turn.at(only) : null;
        }
        List<Target> left = targets.stream()
                .filter(eligible)
                .filter(target -> target.breaker().admits())
                .collect(Collectors.toCollection(ArrayList::new));
        while (!left.isEmpty()) {
            Target better = lessBusyOfTwo(left);
            @Nullable Turn turn = Turn.at(better);
            if (turn != null) {
                return turn;
            }
            // Another request has its one try
            left.remove(better);
        }
        return null;
    }

    private static Target lessBusyOfTwo(List<Target> left) {
        if (left.size() == 1) {
            return left.getFirst();
        }
        ThreadLocalRandom chance = ThreadLocalRandom.current();
        int first = chance.nextInt(left.size());
        int second = (first + 1 + chance.nextInt(left.size() - 1)) % left.size();
        Target one = left.get(first);
        Target other = left.get(second);
        return one.underWay().get() <= other.underWay().get() ? one : other;
    }

    /** What a client hears if none could be reached: what is known to be away is not asked again before its pause is over. */
    Failure unreachable() {
        return Failure.of(ApiException.retryLater(
                ErrorCode.UNAVAILABLE, "The service behind this path can't be reached: try again.", pause()));
    }

    /** How long until one of its circuits is tried again; zero if one is closed. */
    private Duration pause() {
        return targets.stream()
                .map(target -> target.breaker().rest())
                .min(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /** Whether one of its targets answers and wants requests. */
    boolean isUp() {
        return targets.stream()
                .anyMatch(target -> target.isReachable()
                        && target.isReady()
                        && target.breaker().state() == CircuitBreaker.State.CLOSED);
    }
}
