package io.ymera.scanner.taint;

import io.ymera.scanner.rule.Model;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Sets of taints, of which no two are of the same data. */
final class Taints {

    /** Of more nobody wants to hear. */
    private static final int MOST = 8;

    private Taints() {}

    /** What may be either: harmless only for what both are harmless for. */
    static List<Taint> join(List<Taint> one, List<Taint> other) {
        if (one.isEmpty() || one.equals(other)) {
            return other;
        }
        if (other.isEmpty()) {
            return one;
        }
        List<Taint> all = new ArrayList<>(one);
        for (Taint taint : other) {
            add(all, taint);
        }
        return List.copyOf(all);
    }

    private static void add(List<Taint> all, Taint taint) {
        for (int i = 0; i < all.size(); i++) {
            Taint there = all.get(i);
            if (there.same(taint)) {
                if (!there.cleared().equals(taint.cleared())) {
                    Set<String> both = new HashSet<>(there.cleared());
                    both.retainAll(taint.cleared());
                    all.set(i, new Taint(there.origin(), there.path(), Set.copyOf(both), there.trace()));
                }
                return;
            }
        }
        if (all.size() < MOST) {
            all.add(taint);
        }
    }

    /** Those that others can guess. */
    static List<Taint> generated(List<Taint> taints) {
        return taints.stream()
                .filter(taint -> taint.origin().exposure() == Model.Exposure.GENERATED)
                .toList();
    }

    /** All that came in with them. */
    static List<Taint> origins(List<Taint> taints) {
        List<Taint> all = new ArrayList<>();
        taints.forEach(taint -> taint.origins().forEach(each -> add(all, each)));
        return List.copyOf(all);
    }

    static List<Taint> map(List<Taint> taints, UnaryOperator<Taint> change) {
        if (taints.isEmpty()) {
            return taints;
        }
        List<Taint> changed = new ArrayList<>(taints.size());
        for (Taint taint : taints) {
            add(changed, change.apply(taint));
        }
        return List.copyOf(changed);
    }
}
