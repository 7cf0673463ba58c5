package io.ymera.scanner.taint;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.ymera.scanner.rule.Model;
import io.ymera.scanner.rule.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the answer of a check says of what is checked. */
final class Guards {

    private Guards() {}

    static List<Fact> facts(Model.Guard guard, Site site, Interpreter interpreter, State state) {
        List<Fact> facts = new ArrayList<>();
        Set<String> kinds = guard.regex() == null ? guard.clears() : byPattern(guard, site, interpreter, state);
        if (kinds.isEmpty()) {
            return facts;
        }
        for (Site.Given part : interpreter.matcher.parts(guard.of(), site, state)) {
            List<Taint> taints = interpreter.deep.taints(part.value(), state);
            if (!taints.isEmpty()) {
                facts.add(Fact.clears(guard.when(), taints, kinds));
            }
        }
        return facts;
    }

    /** The kinds of rules of which the pattern lets no harmful text through. */
    private static Set<String> byPattern(Model.Guard guard, Site site, Interpreter interpreter, State state) {
        Set<String> kinds = new HashSet<>();
        for (Site.Given part : interpreter.matcher.parts(guard.regex(), site, state)) {
            Value pattern = part.value();
            if (pattern.constantOnly() == null) {
                // A compiled pattern knows what it was made of
                Value known = interpreter.deep.entry(pattern, Calls.PATTERN, state);
                pattern = known == null ? pattern : known;
            }
            if (pattern.constantOnly() instanceof String regex) {
                for (Rule rule : interpreter.program.rules().rules().values()) {
                    if (rule.kind() != null && !rule.probes().isEmpty() && refusesAll(regex, guard, rule.probes())) {
                        kinds.add(rule.kind());
                    }
                }
            }
        }
        return kinds;
    }

    private static boolean refusesAll(String regex, Model.Guard guard, List<String> probes) {
        try {
            // RE2 has no look-around and no back references; of a pattern with these nothing is known
            Pattern pattern = Pattern.compile(regex);
            for (String probe : probes) {
                boolean accepted = guard.anchored() ? pattern.matches(probe) : pattern.matcher(probe).find();
                if (accepted == guard.when()) {
                    return false;
                }
            }
            return true;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }
}
