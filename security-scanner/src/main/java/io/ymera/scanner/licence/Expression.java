package io.ymera.scanner.licence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An SPDX licence expression (annex B of SPDX 2.3): {@code WITH} binds closest, then {@code AND}, then {@code OR}. */
public sealed interface Expression {

    /**
     * One licence.
     *
     * @param id as the SPDX list writes it, or as it stood there if that does not know it
     * @param orLater whether later versions may be chosen
     * @param exception behind {@code WITH}; null if there is none
     * @param known whether the SPDX list has it
     */
    record Licence(String id, boolean orLater, @Nullable String exception, boolean known) implements Expression {
        @Override
        public String toString() {
            return id
                    + (orLater && !id.endsWith("-or-later") ? "+" : "")
                    + (exception == null ? "" : " WITH " + exception);
        }
    }

    /** All of them apply. */
    record And(List<Expression> parts) implements Expression {
        /** Copies the list. */
        public And {
            parts = List.copyOf(parts);
        }

        @Override
        public String toString() {
            return joined(parts, " AND ");
        }
    }

    /** One of them may be chosen. */
    record Or(List<Expression> parts) implements Expression {
        /** Copies the list. */
        public Or {
            parts = List.copyOf(parts);
        }

        @Override
        public String toString() {
            return joined(parts, " OR ");
        }
    }

    private static String joined(List<Expression> parts, String by) {
        return String.join(
                by,
                parts.stream()
                        .map(part -> part instanceof Licence ? part.toString() : "(" + part + ")")
                        .toList());
    }

    /** Whether the SPDX list has all of its licences. */
    default boolean known() {
        return licences().stream().allMatch(Licence::known);
    }

    /** All licences in it, in their order. */
    default List<Licence> licences() {
        return switch (this) {
            case Licence one -> List.of(one);
            case And and ->
                and.parts().stream().flatMap(part -> part.licences().stream()).toList();
            case Or or ->
                or.parts().stream().flatMap(part -> part.licences().stream()).toList();
        };
    }

    /** The ids of all licences in it, sorted. */
    default Set<String> ids() {
        Set<String> ids = new TreeSet<>();
        licences().forEach(one -> ids.add(one.id()));
        return ids;
    }

    /**
     * Reads what a manifest says. Names that people use for licences of the SPDX list are taken for those.
     *
     * @return nothing if it is no expression
     */
    static Optional<Expression> of(String text) {
        String plain = text.strip();
        Optional<Expression> parsed = new Parser(plain).parse();
        if (parsed.isPresent() && parsed.get().known()) {
            return parsed;
        }
        Optional<Expression> named = LicenceNames.find(plain).map(licence -> licence);
        return named.isPresent() ? named : parsed;
    }

    /** By recursive descent, not deeper than anybody writes. */
    final class Parser {
        private static final int LONGEST = 2000;
        private static final int DEEPEST = 50;

        private final List<String> tokens = new ArrayList<>();
        private int at;
        private boolean failed;

        private Parser(String text) {
            failed = text.isEmpty() || text.length() > LONGEST;
            String spaced = failed ? "" : text.replace("(", " ( ").replace(")", " ) ");
            for (String token : spaced.split("\\s+", -1)) {
                if (!token.isEmpty()) {
                    tokens.add(token);
                }
            }
        }

        private Optional<Expression> parse() {
            if (failed) {
                return Optional.empty();
            }
            Expression all = or(0);
            return failed || at < tokens.size() ? Optional.empty() : Optional.of(all);
        }

        private Expression or(int depth) {
            List<Expression> parts = new ArrayList<>(List.of(and(depth)));
            while (!failed && is("OR")) {
                at++;
                parts.add(and(depth));
            }
            return parts.size() == 1 ? parts.getFirst() : new Or(parts);
        }

        private Expression and(int depth) {
            List<Expression> parts = new ArrayList<>(List.of(one(depth)));
            while (!failed && is("AND")) {
                at++;
                parts.add(one(depth));
            }
            return parts.size() == 1 ? parts.getFirst() : new And(parts);
        }

        private Expression one(int depth) {
            if (depth < DEEPEST && is("(")) {
                at++;
                Expression inner = or(depth + 1);
                failed |= !is(")");
                at++;
                return inner;
            }
            String id = at < tokens.size() ? tokens.get(at++) : "";
            failed |= !idString(id);
            String exception = null;
            if (is("WITH")) {
                exception = at + 1 < tokens.size() ? tokens.get(at + 1) : "";
                failed |= !idString(exception);
                at += 2;
            }
            return LicenceNames.licence(id, exception);
        }

        private boolean is(String word) {
            return at < tokens.size() && tokens.get(at).equalsIgnoreCase(word);
        }

        private static boolean idString(String id) {
            boolean operator = id.equalsIgnoreCase("AND") || id.equalsIgnoreCase("OR") || id.equalsIgnoreCase("WITH");
            return !id.isEmpty()
                    && !operator
                    && id.chars()
                            .allMatch(c -> (c >= 'a' && c <= 'z')
                                    || (c >= 'A' && c <= 'Z')
                                    || (c >= '0' && c <= '9')
                                    || "-.+:".indexOf(c) >= 0);
        }
    }
}
