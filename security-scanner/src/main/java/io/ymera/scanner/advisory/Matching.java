package io.ymera.scanner.advisory;

import io.ymera.scanner.advisory.Advisory.Affected;
import io.ymera.scanner.advisory.Advisory.Event;
import io.ymera.scanner.advisory.Advisory.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Whether a version of a package is affected: OSV's own algorithm. */
final class Matching {

    private final PackageName name;
    private final VersionOrder order;

    Matching(PackageName name) {
        this.name = name;
        this.order = new VersionOrder(name.ecosystem());
    }

    boolean affects(Advisory advisory, String version) {
        for (Affected affected : advisory.affected()) {
            if (affected.name().equals(name) && affects(affected, version)) {
                return true;
            }
        }
        return false;
    }

    private boolean affects(Affected affected, String version) {
        for (String listed : affected.versions()) {
            if (listed.equals(version) || is(order.compare(version, listed), 0)) {
                return true;
            }
        }
        for (Range range : affected.ranges()) {
            if (within(range, version)) {
                return true;
            }
        }
        return false;
    }

    /** The last event at or before the version decides. */
    private boolean within(Range range, String version) {
        if (order.compare(version, version).isEmpty() || !beforeLimits(range, version)) {
            return false;
        }
        List<Event> events = new ArrayList<>();
        for (Event event : range.events()) {
            // What is no version says nothing
            if (event.version().equals("0")
                    || order.compare(event.version(), event.version()).isPresent()) {
                events.add(event);
            }
        }
        events.sort(this::compare);
        boolean vulnerable = false;
        boolean ended = false;
        for (Event event : events) {
            int by = event.version().equals("0")
                    ? 1
                    : order.compare(version, event.version()).orElse(-1);
            switch (event.kind()) {
                case "introduced" -> vulnerable |= by >= 0;
                case "fixed" -> {
                    ended = true;
                    vulnerable &= by < 0;
                }
                case "last_affected" -> {
                    ended = true;
                    vulnerable &= by <= 0;
                }
                default -> {}
            }
        }
        return vulnerable && (ended || withinBound(range.bound(), version));
    }

    private int compare(Event one, Event other) {
        boolean first = one.version().equals("0");
        if (first || other.version().equals("0")) {
            return Boolean.compare(other.version().equals("0"), first);
        }
        int by = order.compare(one.version(), other.version()).orElse(0);
        return by != 0 ? by : Integer.compare(rank(one), rank(other));
    }

    private static int rank(Event event) {
        return switch (event.kind()) {
            case "fixed" -> 0;
            case "introduced" -> 1;
            default -> 2;
        };
    }

    private boolean beforeLimits(Range range, String version) {
        boolean limited = false;
        for (Event event : range.events()) {
            if (event.kind().equals("limit")) {
                limited = true;
                if (event.version().equals("*") || is(order.compare(version, event.version()), -1)) {
                    return true;
                }
            }
        }
        return !limited;
    }

    /** {@code <= 1.2.3} or {@code < 1.2.3}: as far as anybody has looked. */
    private boolean withinBound(String bound, String version) {
        boolean open = bound.startsWith("<") && !bound.startsWith("<=");
        if (!bound.startsWith("<")) {
            return true;
        }
        OptionalInt by = order.compare(version, bound.substring(open ? 1 : 2).strip());
        return by.isEmpty() || by.getAsInt() < (open ? 0 : 1);
    }

    private static boolean is(OptionalInt by, int sign) {
        return by.isPresent() && Integer.signum(by.getAsInt()) == sign;
    }

    /** The smallest version above this one that none of these advisories affects; null if no fix is known that ends them all. */
    @Nullable
    String fixed(List<Advisory> advisories, String version) {
        Set<String> candidates = new TreeSet<>((one, other) -> {
            int by = order.compare(one, other).orElse(0);
            return by != 0 ? by : one.compareTo(other);
        });
        for (Advisory advisory : advisories) {
            for (Affected affected : advisory.affected()) {
                for (Range range : affected.ranges()) {
                    for (Event event : range.events()) {
                        boolean later = affected.name().equals(name)
                                && event.kind().equals("fixed")
                                && is(order.compare(event.version(), version), 1);
                        if (later) {
                            candidates.add(event.version());
                        }
                    }
                }
            }
        }
        String early = null;
        for (String candidate : candidates) {
            if (advisories.stream().noneMatch(advisory -> affects(advisory, candidate))) {
                if (!order.preRelease(candidate)) {
                    return candidate;
                }
                early = early == null ? candidate : early;
            }
        }
        return early;
    }
}
