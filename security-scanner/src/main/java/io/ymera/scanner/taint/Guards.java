package io.ymera.scanner.taint;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.ymera.scanner.rule.Model;
import io.ymera.scanner.rule.Rule;
import io.ymera.scanner.rule.RuleSet;
import io.ymera.scanner.rule.Selector;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the answer of a check says of what is checked. */
final class Guards {

    /** What is looked for in what comes from there is one of what the program has. */
    private static final Set<Model.Exposure> KEPT = Set.of(Model.Exposure.STORED, Model.Exposure.TRUSTED);

    private Guards() {}

    static List<Fact> facts(Model.Guard guard, Site site, Interpreter interpreter, State state) {
        List<Fact> facts = new ArrayList<>();
        Set<String> kinds = kinds(guard, site, interpreter, state);
        if (kinds.isEmpty()) {
            return facts;
        }
        for (Site.Given part : interpreter.matcher.parts(guard.of(), site, state)) {
            List<Taint> taints = behind(guard.behind(), interpreter.deep.taints(part.value(), state));
            taints = guard.whole() ? Taints.origins(taints) : taints;
            if (!taints.isEmpty()) {
                facts.add(Fact.clears(guard.when(), taints, kinds));
                if (guard.part()) {
                    facts.addAll(parts(guard.when(), taints, interpreter.program.rules()));
                }
            }
        }
        return facts;
    }

    /** The kinds for which what passes is harmless. */
    static Set<String> kinds(Model.Guard guard, Site site, Interpreter interpreter, State state) {
        return guard.regex() == null ? guard.clears() : byPattern(guard, guard.regex(), site, interpreter, state);
    }

    /** The kinds of rules of which no harmful text is as a pattern says, from its beginning to its end. */
    static Set<String> refused(String regex, Interpreter interpreter) {
        Set<String> kinds = new HashSet<>();
        for (Rule rule : interpreter.program.rules().rules().values()) {
            if (rule.kind() != null && !rule.probes().isEmpty() && refusesAll(regex, true, true, rule.probes())) {
                kinds.add(rule.kind());
            }
        }
        return kinds;
    }

    /** With it, what was there before these were called: of a signature that which is signed. */
    private static List<Taint> behind(Set<String> steps, List<Taint> taints) {
        if (steps.isEmpty()) {
            return taints;
        }
        List<Taint> all = new ArrayList<>(taints);
        for (Taint taint : taints) {
            Taint before = taint;
            while (steps.contains(before.last())) {
                before = before.before();
            }
            if (before != taint) {
                all.add(before);
            }
        }
        return all;
    }

    /** Who is in a collection that nobody from outside has filled is one of those that somebody wrote down. */
    static List<Fact> membership(Value one, Value all, Interpreter interpreter, State state) {
        List<Taint> taints = interpreter.deep.taints(one, state);
        boolean text = all.constants() != null && all.constants().stream().anyMatch(String.class::isInstance);
        boolean sent = interpreter.deep.taints(all, state).stream()
                .anyMatch(taint -> !KEPT.contains(taint.origin().exposure()));
        if (taints.isEmpty() || text || sent) {
            return List.of();
        }
        List<Fact> facts = new ArrayList<>(Guards.allowed(taints, interpreter.program.rules()));
        for (int id : all.objects()) {
            // Who is not in a list is none of those that are
            for (Value each : state.object(id).items()) {
                if (each.constantOnly() instanceof String listed) {
                    facts.addAll(unequal(taints, listed, interpreter.program.rules()));
                }
            }
        }
        return facts;
    }

    /** What is allowed by all of what it is, or by the part of it that tells: a host of a list makes an address one to go to. */
    static List<Fact> allowed(List<Taint> taints, RuleSet rules) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.clears(true, taints, Set.of(Model.ALL)));
        facts.addAll(parts(true, taints, rules));
        return facts;
    }

    /** What is known of data if a part of it that tells is as wished: of a list, or not there at all. */
    static List<Fact> parts(boolean when, List<Taint> taints, RuleSet rules) {
        List<Fact> facts = new ArrayList<>();
        for (Taint taint : taints) {
            Taint each = taint;
            for (int depth = 0; depth < 3 && !each.path().isEmpty(); depth++) {
                Set<String> kinds = rules.clearedByComponent(each.last());
                if (!kinds.isEmpty()) {
                    facts.add(Fact.clears(when, List.of(each.before()), kinds));
                }
                each = each.before();
            }
        }
        return facts;
    }

    /** What is known of data that is certainly not this text. */
    static List<Fact> unequal(List<Taint> taints, String text, RuleSet rules) {
        List<Fact> facts = new ArrayList<>();
        Set<String> kinds = rules.clearedUnless(text, "");
        if (!kinds.isEmpty()) {
            facts.add(Fact.clears(false, taints, kinds));
        }
        for (Taint taint : taints) {
            Set<String> more = taint.last().equals("*")
                    ? rules.clearedUnless(text, taint.before().last())
                    : Set.of();
            if (!more.isEmpty()) {
                facts.add(Fact.clears(false, List.of(taint), more));
            }
        }
        return facts;
    }

    /** What holds of each element holds of all of it: if {@code truth} is what was asked of each. */
    static List<Fact> ofEach(List<Fact> facts, boolean truth) {
        List<Fact> all = new ArrayList<>(facts);
        for (Fact fact : facts) {
            List<Taint> whole = fact.about().stream()
                    .filter(taint -> taint.last().equals("*"))
                    .map(Taint::before)
                    .toList();
            if (fact.when() == truth && !whole.isEmpty()) {
                all.add(Fact.clears(truth, whole, fact.clears()));
            }
        }
        return all;
    }

    /** What does not contain a text that was looked for is without it. */
    static List<Fact> without(Value text, Value part, Interpreter interpreter, State state) {
        List<Taint> taints = interpreter.deep.taints(text, state);
        boolean written = part.constantOnly() instanceof String sign && !sign.isEmpty();
        if (taints.isEmpty() || !written || !text.objects().isEmpty()) {
            return List.of();
        }
        return List.of(Fact.clears(false, taints, Set.of(Taint.WITHOUT + part.constantOnly())));
    }

    /** The kinds for which a text is harmless of which a pattern was replaced. */
    static Set<String> byReplacement(Model.Replacement model, Site site, Interpreter interpreter, State state) {
        Set<String> kinds = new HashSet<>();
        String regex = text(model.regex(), site, interpreter, state);
        String with = text(model.with(), site, interpreter, state);
        if (regex == null) {
            return kinds;
        }
        if (!model.literal()) {
            kinds.addAll(Signs.without(regex, with));
        }
        if (with == null) {
            return kinds;
        }
        if (model.literal()) {
            // What is taken out of the middle of itself is there again: ....// without ../
            boolean again = with.isEmpty() && regex.length() > 1;
            return regex.isEmpty() || again || with.contains(regex) ? kinds : Set.of(Taint.WITHOUT + regex);
        }
        try {
            Pattern pattern = Pattern.compile(regex);
            List<Taint> checked = site.receiver() == null
                    ? List.of()
                    : interpreter.deep.taints(site.receiver().value(), state);
            for (Rule rule : interpreter.program.rules().rules().values()) {
                if (rule.kind() != null
                        && !rule.probes().isEmpty()
                        && harmless(pattern, with, probes(rule, checked, interpreter))) {
                    kinds.add(rule.kind());
                }
            }
        } catch (PatternSyntaxException e) {
            // Of a pattern that RE2 does not know nothing is known
            return kinds;
        }
        return kinds;
    }

    /** What would do harm as that which is checked: all of something, or the part that tells of it. */
    private static List<String> probes(Rule rule, List<Taint> checked, Interpreter interpreter) {
        boolean part = !checked.isEmpty()
                && checked.stream().allMatch(taint -> interpreter
                        .program
                        .rules()
                        .clearedByComponent(taint.last())
                        .contains(String.valueOf(rule.kind())));
        return part ? rule.partProbes() : rule.probes();
    }

    /** Whether of all probes nothing is left of what is neither a letter nor a digit. */
    private static boolean harmless(Pattern pattern, String with, List<String> probes) {
        for (String probe : probes) {
            String left = pattern.matcher(probe).replaceAll(Matcher.quoteReplacement(with));
            Set<Integer> signs = signs(probe);
            if (left.equals(probe) || left.chars().anyMatch(signs::contains)) {
                return false;
            }
        }
        return true;
    }

    private static Set<Integer> signs(String probe) {
        Set<Integer> signs = new HashSet<>();
        probe.chars()
                .filter(sign -> !Character.isLetterOrDigit(sign) && !Character.isWhitespace(sign)
                        || sign == '\n'
                        || sign == '\r')
                .forEach(signs::add);
        return signs;
    }

    private static @Nullable String text(Selector selector, Site site, Interpreter interpreter, State state) {
        for (Site.Given part : interpreter.matcher.parts(selector, site, state)) {
            Value value = part.value();
            if (value.constantOnly() == null) {
                Value known = interpreter.deep.entry(value, LibraryCalls.PATTERN, state);
                value = known == null ? value : known;
            }
            return value.constantOnly() instanceof String text ? text : null;
        }
        return null;
    }

    /** The kinds of rules of which the pattern lets no harmful text through. */
    private static Set<String> byPattern(
            Model.Guard guard, Selector regex, Site site, Interpreter interpreter, State state) {
        Set<String> kinds = new HashSet<>();
        List<Taint> checked = interpreter.deep.taints(interpreter.matcher.parts(guard.of(), site, state), state);
        for (Site.Given part : interpreter.matcher.parts(regex, site, state)) {
            Value pattern = part.value();
            if (pattern.constantOnly() == null) {
                // A compiled pattern knows what it was made of
                Value known = interpreter.deep.entry(pattern, LibraryCalls.PATTERN, state);
                pattern = known == null ? pattern : known;
            }
            if (pattern.constantOnly() instanceof String text) {
                boolean lenient = guard.when() && HostPatterns.lenient(text, guard.anchored());
                for (Rule rule : interpreter.program.rules().rules().values()) {
                    boolean open = lenient && rule.aboutHosts();
                    if (rule.kind() != null
                            && !open
                            && !rule.probes().isEmpty()
                            && refusesAll(text, guard.anchored(), guard.when(), probes(rule, checked, interpreter))) {
                        kinds.add(rule.kind());
                    }
                }
            }
        }
        return kinds;
    }

    private static boolean refusesAll(String regex, boolean anchored, boolean when, List<String> probes) {
        try {
            // RE2 has no look-around and no back references; of a pattern with these nothing is known
            Pattern pattern = Pattern.compile(regex);
            for (String probe : probes) {
                boolean accepted = anchored
                        ? pattern.matches(probe)
                        : pattern.matcher(probe).find();
                if (accepted == when) {
                    return false;
                }
            }
            return true;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }
}
