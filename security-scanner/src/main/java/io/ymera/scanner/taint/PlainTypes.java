package io.ymera.scanner.taint;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Types of numbers, truth values and dates: what is of such a type carries no text from outside. */
final class PlainTypes {

    private static final Set<String> WHOLE = Set.of("int", "long", "Integer", "Long");
    private static final Set<String> TRUTHS = Set.of("boolean", "java.lang.Boolean", "Boolean", "bool");

    private static final Set<String> PLAIN = Set.of(
            "int",
            "long",
            "short",
            "byte",
            "float",
            "double",
            "boolean",
            "bool",
            "number",
            "Integer",
            "Long",
            "Short",
            "Double",
            "Float",
            "Boolean",
            "UUID",
            "date",
            "datetime",
            "Decimal",
            "BigDecimal",
            "BigInteger",
            "LocalDate",
            "LocalDateTime",
            "Instant");

    /** What is of such a type is a number or a truth value, and was made so. */
    private static final String BOXED = "java.lang.";

    private PlainTypes() {}

    static boolean plain(String type) {
        return PLAIN.contains(Program.end(type));
    }

    static boolean whole(@Nullable String type) {
        return type != null && WHOLE.contains(Program.end(type));
    }

    /** Whether it is a yes or a no. */
    static boolean truth(String type) {
        return TRUTHS.contains(type);
    }

    /** Whether it is one of which a cast makes a number. */
    static boolean boxed(String type) {
        return type.startsWith(BOXED) && plain(type);
    }
}
