package io.ymera.scanner.taint;

import io.ymera.scanner.rule.Predicates;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** Computes with constants, as the languages do where they agree; null where they don't, or nothing is known. */
final class Constants {

    /** Texts that are longer, in characters, are not computed. */
    static final int LONGEST = 4096;

    private Constants() {}

    /** Whether a value is certainly true ({@code TRUE}) or false; null if that is not known. Languages agree on less than each of them says. */
    static @Nullable Boolean truth(Value value) {
        if (value.constants() == null
                || value.constants().isEmpty()
                || !value.taints().isEmpty()) {
            return null;
        }
        Boolean all = null;
        for (Object constant : value.constants()) {
            Boolean one = truth(constant);
            if (one == null || all != null && !all.equals(one)) {
                return null;
            }
            all = one;
        }
        return all;
    }

    private static Boolean truth(Object constant) {
        return switch (constant) {
            case Boolean flag -> flag;
            case Number number -> number.doubleValue() != 0;
            case String text -> !text.isEmpty();
            default -> constant != Predicates.NULL;
        };
    }

    /** Every combination of what two may be. */
    static @Nullable Set<Object> combine(
            @Nullable Set<Object> one, @Nullable Set<Object> other, BinaryOperator<@Nullable Object> operation) {
        if (one == null || other == null || one.isEmpty() || other.isEmpty() || one.size() * other.size() > 16) {
            return null;
        }
        Set<Object> all = new LinkedHashSet<>();
        for (Object left : one) {
            for (Object right : other) {
                Object result = operation.apply(left, right);
                if (result == null) {
                    return null;
                }
                all.add(result);
            }
        }
        return all.size() > 8 ? null : all;
    }

    static @Nullable Object operate(String operator, Object left, Object right) {
        return switch (operator) {
            case "+" -> add(left, right);
            case "==" -> equal(left, right);
            case "!=" -> !equal(left, right);
            case "-", "*", "/", "%", "<<", ">>", "&", "|", "^", "<", ">", "<=", ">=" ->
                left instanceof Number one && right instanceof Number other
                        ? arithmetic(operator, one, other)
                        : left instanceof Boolean one && right instanceof Boolean other
                                ? logic(operator, one, other)
                                : null;
            default -> null;
        };
    }

    private static @Nullable Object add(Object left, Object right) {
        if (left instanceof Number one && right instanceof Number other) {
            return arithmetic("+", one, other);
        }
        if (left instanceof String || right instanceof String) {
            return shortEnough(text(left) + text(right));
        }
        return null;
    }

    /** The text, or null if it is too long. */
    static @Nullable String shortEnough(String text) {
        return text.length() > LONGEST ? null : text;
    }

    static String text(Object constant) {
        return String.valueOf(constant);
    }

    private static boolean equal(Object left, Object right) {
        if (left instanceof Number one && right instanceof Number other) {
            return one.doubleValue() == other.doubleValue();
        }
        return left.equals(right);
    }

    private static @Nullable Object arithmetic(String operator, Number left, Number right) {
        boolean whole = left instanceof Long && right instanceof Long;
        long a = left.longValue();
        long b = right.longValue();
        double x = left.doubleValue();
        double y = right.doubleValue();
        return switch (operator) {
            case "+" -> whole ? (Object) (a + b) : x + y;
            case "-" -> whole ? (Object) (a - b) : x - y;
            case "*" -> whole ? (Object) (a * b) : x * y;
            // Java's whole division and JavaScript's are not the same where there is a remainder
            case "/" ->
                whole && b != 0 && a % b == 0
                        ? (Object) (a / b)
                        : whole && b != 0 ? (Object) (a / b) : y != 0 ? x / y : null;
            case "%" -> whole && b != 0 ? (Object) (a % b) : null;
            case "<<" -> whole && b >= 0 && b < 64 ? (Object) (a << b) : null;
            case ">>" -> whole && b >= 0 && b < 64 ? (Object) (a >> b) : null;
            case "&" -> whole ? (Object) (a & b) : null;
            case "|" -> whole ? (Object) (a | b) : null;
            case "^" -> whole ? (Object) (a ^ b) : null;
            case "<" -> x < y;
            case ">" -> x > y;
            case "<=" -> x <= y;
            default -> x >= y;
        };
    }

    private static @Nullable Object logic(String operator, boolean left, boolean right) {
        return switch (operator) {
            case "&" -> left && right;
            case "|" -> left || right;
            case "^" -> left ^ right;
            default -> null;
        };
    }

    /** What a method of strings gives, by the names that it has in the languages; null if it is not one of these. */
    static @Nullable Object method(String name, Object receiver, List<Object> arguments) {
        if (!(receiver instanceof String text)) {
            return receiver instanceof Number || receiver instanceof Boolean
                    ? name.equals("toString") || name.equals("equals") && arguments.size() == 1
                            ? name.equals("toString") ? text(receiver) : (Object) equal(receiver, arguments.getFirst())
                            : null
                    : null;
        }
        if (arguments.isEmpty()) {
            return switch (name) {
                case "toUpperCase", "upper" -> text.toUpperCase(Locale.ROOT);
                case "toLowerCase", "lower", "casefold" -> text.toLowerCase(Locale.ROOT);
                case "trim", "strip" -> text.strip();
                case "length", "size" -> (long) text.length();
                case "isEmpty" -> text.isEmpty();
                case "toString", "intern", "valueOf", "encode", "decode" -> text;
                default -> null;
            };
        }
        Object first = arguments.getFirst();
        if (arguments.size() == 1 && first instanceof String other) {
            return switch (name) {
                case "equals" -> text.equals(other);
                case "equalsIgnoreCase" -> text.equalsIgnoreCase(other);
                case "startsWith", "startswith" -> text.startsWith(other);
                case "endsWith", "endswith" -> text.endsWith(other);
                case "contains", "includes" -> text.contains(other);
                case "concat" -> text + other;
                case "indexOf", "find" -> (long) text.indexOf(other);
                default -> null;
            };
        }
        if (first instanceof Long from && from >= 0 && from <= text.length()) {
            int begin = from.intValue();
            if (arguments.size() == 1) {
                return switch (name) {
                    case "charAt", "at" -> begin < text.length() ? text.substring(begin, begin + 1) : null;
                    case "substring", "slice" -> text.substring(begin);
                    default -> null;
                };
            }
            if (arguments.size() == 2 && arguments.get(1) instanceof Long to && to >= from && to <= text.length()) {
                return name.equals("substring") || name.equals("slice") ? text.substring(begin, to.intValue()) : null;
            }
        }
        if (arguments.size() == 2 && first instanceof String old && arguments.get(1) instanceof String fresh) {
            return name.equals("replace") && !old.isEmpty() && text.length() < LONGEST / 8
                    ? text.replace(old, fresh)
                    : null;
        }
        return null;
    }
}
