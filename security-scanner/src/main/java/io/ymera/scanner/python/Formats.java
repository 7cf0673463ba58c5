package io.ymera.scanner.python;

import io.ymera.scanner.ir.Argument;
import io.ymera.scanner.ir.Expression;
import io.ymera.scanner.ir.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code %} and {@code format} on a text that is written out, as texts with values in them: which value goes where is then plain. */
final class Formats {

    private static final String NUMBERS = "dioxXeEfFgGn%u";

    private Formats() {}

    /** A value as a conversion and a format bring it into a text: what is formatted as a number is one. */
    static Expression formatted(Expression value, String conversion, String specifier) {
        String kind = conversion.replace("!", "").strip();
        Expression text = value;
        if (kind.equals("r") || kind.equals("a")) {
            text = call(kind.equals("r") ? "repr" : "ascii", value);
        }
        return number(specifier) ? call("float", text) : text;
    }

    /** Dates have letters in front of the last. */
    private static boolean number(String specifier) {
        int last = specifier.length() - 1;
        return last >= 0
                && NUMBERS.indexOf(specifier.charAt(last)) >= 0
                && specifier.chars().limit(last).noneMatch(c -> Character.isLetter(c) || c == '{' || c == '%');
    }

    private static Expression call(String function, Expression value) {
        return new Expression.Call(
                new Expression.Symbol(function, value.span()), List.of(Argument.of(value)), value.span());
    }

    /** What {@code format % values} gives; nothing if they don't fit. */
    static Optional<Expression> percent(String format, Span place, Expression values, Span span) {
        Strings.Parts parts = new Strings.Parts(span);
        boolean several = format.replace("%%", "").chars().filter(c -> c == '%').count() > 1;
        int next = 0;
        int at = 0;
        while (at < format.length()) {
            int sign = format.indexOf('%', at);
            if (sign < 0) {
                break;
            }
            parts.add(format.substring(at, sign));
            int end = sign + 1;
            @Nullable String key = null;
            if (end < format.length() && format.charAt(end) == '(') {
                int close = format.indexOf(')', end);
                if (close < 0) {
                    return Optional.empty();
                }
                key = format.substring(end + 1, close);
                end = close + 1;
            }
            while (end < format.length() && "#0- +.123456789hlL".indexOf(format.charAt(end)) >= 0) {
                end++;
            }
            if (end >= format.length() || format.charAt(end) == '*') {
                return Optional.empty();
            }
            char type = format.charAt(end);
            if (type == '%') {
                parts.add("%");
            } else {
                Optional<Expression> value =
                        key == null ? positional(values, next++, several, place) : keyed(values, key, place);
                if (value.isEmpty()) {
                    return Optional.empty();
                }
                parts.add(formatted(
                        value.get(), type == 'r' || type == 'a' ? "r" : "", NUMBERS.indexOf(type) >= 0 ? "d" : ""));
            }
            at = end + 1;
        }
        parts.add(format.substring(at));
        return Optional.of(parts.expression());
    }

    private static Optional<Expression> positional(Expression values, int index, boolean several, Span place) {
        if (values instanceof Expression.Collection all && all.kind() == Expression.Collection.Kind.TUPLE) {
            return index < all.entries().size() && all.entries().stream().noneMatch(Expression.Collection.Entry::spread)
                    ? Optional.of(all.entries().get(index).value())
                    : Optional.empty();
        }
        boolean plain = values instanceof Expression.Literal
                || values instanceof Expression.Text
                || values instanceof Expression.Member
                || values instanceof Expression.Element
                || values instanceof Expression.Operation
                || values instanceof Expression.Call;
        if (several && (values instanceof Expression.Name || values instanceof Expression.Member)) {
            // It must hold a tuple
            return Optional.of(
                    new Expression.Element(values, new Expression.Literal((long) index, place), values.span()));
        }
        // A variable may hold a tuple: with one place it may be the value as well as all of them
        return index == 0 && (plain || values instanceof Expression.Name) ? Optional.of(values) : Optional.empty();
    }

    private static Optional<Expression> keyed(Expression values, String key, Span place) {
        if (values instanceof Expression.Collection all && all.kind() == Expression.Collection.Kind.MAP) {
            for (Expression.Collection.Entry entry : all.entries()) {
                if (entry.key() instanceof Expression.Literal literal && key.equals(literal.value())) {
                    return Optional.of(entry.value());
                }
            }
            return Optional.empty();
        }
        return values instanceof Expression.Name || values instanceof Expression.Member
                ? Optional.of(new Expression.Element(values, new Expression.Literal(key, place), values.span()))
                : Optional.empty();
    }

    /** What {@code format.format(arguments)} gives; nothing if they don't fit. */
    static Optional<Expression> braces(String format, Span place, List<Argument> arguments, Span span) {
        if (arguments.stream().anyMatch(Argument::spread)) {
            return Optional.empty();
        }
        Strings.Parts parts = new Strings.Parts(span);
        int next = 0;
        int at = 0;
        while (at < format.length()) {
            char c = format.charAt(at);
            boolean twice = at + 1 < format.length() && format.charAt(at + 1) == c;
            if ((c == '{' || c == '}') && twice) {
                parts.add(String.valueOf(c));
                at += 2;
            } else if (c == '{') {
                int end = format.indexOf('}', at);
                if (end < 0 || format.substring(at + 1, end).indexOf('{') >= 0) {
                    return Optional.empty();
                }
                String field = format.substring(at + 1, end);
                int colon = field.indexOf(':');
                String head = colon < 0 ? field : field.substring(0, colon);
                int bang = head.indexOf('!');
                String name = (bang < 0 ? head : head.substring(0, bang)).strip();
                if (name.isEmpty() || name.startsWith(".") || name.startsWith("[")) {
                    name = next++ + name;
                }
                Optional<Expression> value = field(name, arguments, place);
                if (value.isEmpty()) {
                    return Optional.empty();
                }
                parts.add(formatted(
                        value.get(),
                        bang < 0 ? "" : head.substring(bang),
                        colon < 0 ? "" : field.substring(colon + 1)));
                at = end + 1;
            } else {
                int end = at + 1;
                while (end < format.length() && format.charAt(end) != '{' && format.charAt(end) != '}') {
                    end++;
                }
                parts.add(format.substring(at, end));
                at = end;
            }
        }
        return Optional.of(parts.expression());
    }

    /** {@code 0.name[key]}. */
    private static Optional<Expression> field(String field, List<Argument> arguments, Span place) {
        List<String> steps = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c == '.' || c == '[') {
                steps.add(open.toString());
                open.setLength(0);
            }
            open.append(c);
        }
        steps.add(open.toString());
        @Nullable Expression value = argument(steps.getFirst(), arguments);
        for (String step : steps.subList(1, steps.size())) {
            if (value == null || step.length() < 2) {
                return Optional.empty();
            }
            if (step.charAt(0) == '.') {
                value = new Expression.Member(value, step.substring(1), value.span());
            } else {
                String key = step.substring(1).replace("]", "");
                boolean number =
                        !key.isEmpty() && key.length() < 10 && key.chars().allMatch(c -> c >= '0' && c <= '9');
                Object index = number ? (Object) Long.valueOf(key) : key;
                value = new Expression.Element(value, new Expression.Literal(index, place), value.span());
            }
        }
        return Optional.ofNullable(value);
    }

    private static @Nullable Expression argument(String name, List<Argument> arguments) {
        boolean number = !name.isEmpty() && name.length() < 6 && name.chars().allMatch(c -> c >= '0' && c <= '9');
        int position = number ? Integer.parseInt(name) : -1;
        for (Argument argument : arguments) {
            if (argument.name() == null && position-- == 0 || name.equals(argument.name())) {
                return argument.value();
            }
        }
        return null;
    }
}
