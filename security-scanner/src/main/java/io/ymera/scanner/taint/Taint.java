package io.ymera.scanner.taint;

import com.google.re2j.Pattern;
import io.ymera.scanner.rule.Model;
import io.ymera.scanner.rule.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Data from outside in a value.
 *
 * @param origin where it came in
 * @param path what has happened to it since: {@code .name} for a member that was taken, {@code |name@line} for a call that it went through. What is
 *     found out about data holds for all whose path goes on from it
 * @param cleared kinds of rules for which it is harmless
 * @param trace the way here
 */
record Taint(Origin origin, String path, Set<String> cleared, Trace trace) {

    /** In {@code cleared}: it does not contain the text behind this. */
    static final String WITHOUT = "without:";

    /** In {@code cleared}: an address of which somebody else has said the host stands in front of it. */
    static final Set<String> ADDRESS = Set.of("behind-address");

    /** In {@code cleared}: something stands in front of it. */
    private static final String BEHIND = "behind";
    /** In {@code cleared}: it stands between two of the sign behind this. */
    private static final String QUOTED = "quoted:";
    /** In {@code cleared}: it is the value of an attribute, as in {@code name="…"}. */
    private static final String ATTRIBUTE = "attribute";
    /** In {@code cleared}: it is an attribute without quotes, or one that is an address, where signs do not matter. */
    private static final String BARE = "bare-attribute";

    private static final Pattern BARE_ATTRIBUTE =
            Pattern.compile("(?i)<?[a-z]*\\s([a-z-]+=|(href|src|action|formaction)=[\"'])$");
    /** In {@code cleared}, behind a kind: harmless but where it stands in an attribute and may end that. */
    private static final String IN_TEXT = "-text";

    /** In {@code cleared}: it was not seen to come here, but found in a field into which somebody has put it, of this or another object. */
    private static final String FOUND = "found";

    private static final String DOT = ".";
    private static final Set<String> QUOTES = Set.of("'", "\"");

    /** In front of a path: it was taken out of its wrapping. */
    private static final String UNWRAPPED = "~";

    private static final int LONGEST_PATH = 160;

    /** @param cleared kinds of rules for which it is harmless as it comes */
    static Taint fresh(Origin origin, Set<String> cleared) {
        return new Taint(
                origin, "", Set.copyOf(cleared), Trace.from(origin.location(), "Here " + origin.what() + " comes in"));
    }

    /** Whether it is all that came in, not a member of it. */
    boolean direct() {
        return path.indexOf('.') < 0;
    }

    /** Whether somebody else has sent it, and not the program made it. */
    boolean sent() {
        return switch (origin.exposure()) {
            case GENERATED, INTERNAL -> false;
            default -> true;
        };
    }

    /** Whether a rule's kind of harm can be done with it. */
    boolean harms(String kind) {
        return !cleared.contains(kind)
                && !cleared.contains(Model.ALL)
                && cleared.stream().noneMatch(each -> each.startsWith(Model.ALL_BUT) && !each.equals(allBut(kind)));
    }

    /** In {@code cleared}: harmless for all kinds but this. */
    static String allBut(String kind) {
        return Model.ALL_BUT + kind;
    }

    /** The same out of its wrapping: nothing that was found out about that holds for this. */
    Taint unwrapped() {
        return new Taint(origin, path.startsWith(UNWRAPPED) ? path : UNWRAPPED + path, Set.of(), trace);
    }

    /** All of what came in, in its wrapping and out of it. */
    List<Taint> origins() {
        return List.of(new Taint(origin, "", cleared, trace), new Taint(origin, UNWRAPPED, cleared, trace));
    }

    /** The same, knowing which texts it does not contain: without any of a rule's probes no harm can be done. */
    boolean harms(Rule rule) {
        if (!harms(String.valueOf(rule.kind())) || rule.aboutAddresses() && cleared.containsAll(ADDRESS)) {
            return false;
        }
        if (cleared.contains(rule.kind() + IN_TEXT) && !endsAttribute() && !cleared.contains(BARE)) {
            return false;
        }
        List<String> without = cleared.stream()
                .filter(each -> each.startsWith(WITHOUT))
                .map(each -> each.substring(WITHOUT.length()))
                .toList();
        List<String> probes = new ArrayList<>(rule.probes());
        if (!cleared.contains(BEHIND)) {
            probes.addAll(rule.startProbes());
        }
        for (String quote : List.of("'", "\"")) {
            // Between these, nothing without them gets out
            if (cleared.contains(QUOTED + quote)
                    && !cleared.contains(BARE)
                    && probes.stream().anyMatch(probe -> probe.contains(quote))) {
                probes.removeIf(probe -> !probe.contains(quote));
            }
        }
        return without.isEmpty()
                || probes.isEmpty()
                || probes.stream().anyMatch(probe -> without.stream().noneMatch(probe::contains));
    }

    /** Whether it is the value of an attribute and may have the quote behind which that ends. */
    private boolean endsAttribute() {
        return cleared.contains(ATTRIBUTE)
                && QUOTES.stream()
                        .anyMatch(quote -> cleared.contains(QUOTED + quote) && !cleared.contains(WITHOUT + quote));
    }

    /** The same, with something in front of it that ends like this. */
    Taint behind(String end) {
        if (BARE_ATTRIBUTE.matcher(end).find()) {
            return clear(Set.of(BARE)).behindSign(end);
        }
        return behindSign(end);
    }

    private Taint behindSign(String end) {
        String sign = end.isEmpty() ? end : end.substring(end.length() - 1);
        if (sign.equals(DOT) && cleared.contains(WITHOUT + DOT)) {
            // With the dot that stands in front of it, it is an extension
            Set<String> rest = new HashSet<>(cleared);
            rest.remove(WITHOUT + DOT);
            rest.add(BEHIND);
            return new Taint(origin, path, Set.copyOf(rest), trace);
        }
        if (!QUOTES.contains(sign)) {
            return clear(Set.of(BEHIND));
        }
        boolean attribute = end.length() > 1 && end.charAt(end.length() - 2) == '=';
        return clear(attribute ? Set.of(BEHIND, QUOTED + sign, ATTRIBUTE) : Set.of(BEHIND, QUOTED + sign));
    }

    Taint member(String name) {
        Taint member = on("." + name);
        return origin.exposure() == Model.Exposure.STORED && CommonNames.numeric(name)
                ? member.clear(Set.of(Model.ALL))
                : member;
    }

    /** After a call; what only trims it or changes its case is the same for whoever checks it. */
    Taint through(String call, int line) {
        return on("|" + call + "@" + line);
    }

    /** The last thing that has happened to it: the name of a call or member; empty if nothing has. */
    String last() {
        int at = Math.max(path.lastIndexOf('.'), path.lastIndexOf('|'));
        if (at < 0) {
            return "";
        }
        String part = path.substring(at + 1);
        int line = part.indexOf('@');
        return line < 0 ? part : part.substring(0, line);
    }

    /** What it was before that. */
    Taint before() {
        int at = Math.max(path.lastIndexOf('.'), path.lastIndexOf('|'));
        return at < 0 ? this : new Taint(origin, path.substring(0, at), cleared, trace);
    }

    private Taint on(String part) {
        return path.length() > LONGEST_PATH ? this : new Taint(origin, path + part, cleared, trace);
    }

    Taint clear(Set<String> kinds) {
        // Who makes a number of it, or checks it, does not make it harder to guess
        if (cleared.containsAll(kinds) || origin.exposure() == Model.Exposure.GENERATED) {
            return this;
        }
        Set<String> all = new HashSet<>(cleared);
        all.addAll(kinds);
        return new Taint(origin, path, Set.copyOf(all), trace);
    }

    /** The same, found in a field. */
    Taint found() {
        return isFound() ? this : new Taint(origin, path, Value.union(cleared, Set.of(FOUND)), trace);
    }

    boolean isFound() {
        return cleared.contains(FOUND);
    }

    Taint at(Trace now) {
        return new Taint(origin, path, cleared, now);
    }

    /** Whether what is found out of {@code other} holds for this. */
    boolean comesFrom(Taint other) {
        return origin.equals(other.origin)
                && path.startsWith(other.path)
                && (path.length() == other.path.length() || ".|".indexOf(path.charAt(other.path.length())) >= 0);
    }

    boolean same(Taint other) {
        return path.equals(other.path) && origin.equals(other.origin);
    }
}
