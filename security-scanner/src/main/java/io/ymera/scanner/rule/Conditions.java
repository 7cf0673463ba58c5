package io.ymera.scanner.rule;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code where}. */
final class Conditions {

    private Conditions() {}

    static List<Predicate.Condition> read(String place, @Nullable Object where) {
        if (where == null) {
            return List.of();
        }
        if (!(where instanceof Map<?, ?> map)) {
            throw new RuleException(place + ": 'where' has parts of the call as members, found " + where);
        }
        List<Predicate.Condition> conditions = new ArrayList<>();
        map.forEach((part, predicate) -> conditions.add(
                new Predicate.Condition(Selector.of(part), predicate(place + "/where/" + part, predicate))));
        return List.copyOf(conditions);
    }

    private static Predicate predicate(String place, @Nullable Object written) {
        if (!(written instanceof Map<?, ?> map) || map.isEmpty()) {
            throw new RuleException(place + ": expected a predicate such as {is: true}, found " + written);
        }
        List<Predicate> all = new ArrayList<>();
        map.forEach((name, value) -> all.add(one(place + "/" + name, String.valueOf(name), value)));
        return all.size() == 1 ? all.getFirst() : new Predicate.All(List.copyOf(all));
    }

    private static Predicate one(String place, String name, @Nullable Object value) {
        return switch (name) {
            case "is" -> new Predicate.Is(Set.of(constant(value)));
            case "in" -> new Predicate.Is(constants(place, value));
            case "matches" -> new Predicate.Matches(pattern(place, value));
            case "bits" -> new Predicate.Bits((long) number(place, value));
            case "defines" -> new Predicate.Defines(String.valueOf(value));
            case "below" -> new Predicate.Below(number(place, value));
            case "constant" -> new Predicate.Constant(flag(place, value));
            case "absent" -> new Predicate.Absent(flag(place, value));
            case "type" -> new Predicate.Type(names(value));
            case "symbol" -> new Predicate.SymbolIs(names(value));
            case "named" -> new Predicate.Named(pattern(place, value));
            case "marked" -> new Predicate.Marked(String.valueOf(value));
            case "unmarked" -> new Predicate.Not(new Predicate.Marked(String.valueOf(value)));
            case "tainted" -> new Predicate.Tainted(flag(place, value));
            case "from" -> new Predicate.From(names(value));
            case "direct" -> new Predicate.Direct(flag(place, value));
            case "prefix" -> new Predicate.Prefix(pattern(place, value));
            case "written" -> new Predicate.Written(pattern(place, value));
            case "backtracks" -> new Predicate.Backtracks(whole(place, value));
            case "lenient" -> new Predicate.Lenient();
            case "map" -> new Predicate.Map(flag(place, value));
            case "unbounded" -> new Predicate.Unbounded();
            case "answers" -> new Predicate.Answers(constant(value));
            case "not" -> new Predicate.Not(predicate(place, value));
            case "any" -> new Predicate.Any(many(place, value));
            default -> throw new RuleException(place + ": there is no predicate '" + name + "'");
        };
    }

    private static List<Predicate> many(String place, @Nullable Object value) {
        if (!(value instanceof Collection<?> all)) {
            throw new RuleException(place + ": expected a list of predicates, found " + value);
        }
        return all.stream().map(each -> predicate(place, each)).toList();
    }

    private static Set<String> names(@Nullable Object value) {
        Set<String> names = new HashSet<>();
        Collection<?> all = value instanceof Collection<?> many ? many : List.of(String.valueOf(value));
        all.forEach(each -> names.addAll(Entry.expand(String.valueOf(each))));
        return names;
    }

    private static Set<Object> constants(String place, @Nullable Object value) {
        if (!(value instanceof Collection<?> all)) {
            throw new RuleException(place + ": expected a list of constants, found " + value);
        }
        Set<Object> constants = new HashSet<>();
        all.forEach(each -> constants.add(constant(each)));
        return constants;
    }

    /** As the intermediate form has it: whole numbers are Longs. */
    static Object constant(@Nullable Object value) {
        return switch (value) {
            case null -> Predicates.NULL;
            case Integer number -> number.longValue();
            default -> value;
        };
    }

    private static double number(String place, @Nullable Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        throw new RuleException(place + ": expected a number, found " + value);
    }

    private static boolean whole(String place, @Nullable Object value) {
        return switch (String.valueOf(value)) {
            case "whole" -> true;
            case "some" -> false;
            default -> throw new RuleException(place + ": expected 'some' or 'whole', found " + value);
        };
    }

    private static boolean flag(String place, @Nullable Object value) {
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw new RuleException(place + ": expected true or false, found " + value);
    }

    static Pattern pattern(String place, @Nullable Object value) {
        try {
            return Pattern.compile(String.valueOf(value));
        } catch (PatternSyntaxException e) {
            throw new RuleException(place + ": is not a regular expression of RE2: " + e.getMessage());
        }
    }
}
