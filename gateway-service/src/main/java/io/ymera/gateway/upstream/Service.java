package io.ymera.gateway.upstream;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
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
    Target pick(Collection<Target> tried) {
        Predicate<Target> fresh = target -> !tried.contains(target);
        @Nullable Target picked = pick(fresh.and(Target::isReady));
        if (picked == null) {
            picked = pick(fresh);
        }
        if (picked == null && !tried.isEmpty()) {
            picked = pick(target -> true);
        }
        return picked;
    }

    private @Nullable Target pick(Predicate<Target> eligible) {
        if (targets.size() == 1) {
            return enter(targets.getFirst(), eligible);
        }
        List<Target> left = targets.stream()
                .filter(eligible)
                .filter(target -> target.breaker().admits())
                .toList();
        if (left.isEmpty()) {
            return null;
        }
        ThreadLocalRandom chance = ThreadLocalRandom.current();
        Target one = left.get(chance.nextInt(left.size()));
        Target other = left.get(chance.nextInt(left.size()));
        Target better = one.underWay().get() <= other.underWay().get() ? one : other;
        return enter(better, eligible);
    }

    private static @Nullable Target enter(Target target, Predicate<Target> eligible) {
        if (eligible.test(target) && target.breaker().tryEnter()) {
            target.underWay().incrementAndGet();
            return target;
        }
        return null;
    }

    /** How long until one of its circuits is tried again; zero if one is closed. */
    Duration pause() {
        return targets.stream()
                .map(target -> target.breaker().rest())
                .min(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /** Whether one of its targets answers and wants requests. */
    boolean isUp() {
        return targets.stream()
                .anyMatch(target -> target.isReady() && target.breaker().admits());
    }
}
