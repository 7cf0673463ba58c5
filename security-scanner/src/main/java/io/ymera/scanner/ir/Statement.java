package io.ymera.scanner.ir;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that is done. {@code with x as y} and try-with-resources are an assignment in front of a block. */
public sealed interface Statement {

    /** An expression for its effects. */
    record Evaluate(Expression expression) implements Statement {}

    /**
     * A variable of the block it stands in.
     *
     * @param type its declared type with its full name, without type arguments; {@code []} behind it for each dimension of an array; null if none is declared
     * @param value its first value, or null
     */
    record Declare(
            String name, @Nullable String type, @Nullable Expression value, Span span) implements Statement {}

    /** Several, one after the other. */
    record Block(List<Statement> statements) implements Statement {}

    /** A branch; {@code otherwise} is an empty block where there is none. */
    record If(Expression test, Statement then, Statement otherwise) implements Statement {}

    /**
     * {@code while}, {@code do … while} and the three-part {@code for}, whose first part stands in front.
     *
     * @param test null if it is always true
     * @param update what is done after each round, also after {@code continue}
     * @param once whether the first round comes without a test
     */
    record Loop(@Nullable Expression test, Statement body, Statement update, boolean once) implements Statement {}

    /**
     * A loop over the elements of something.
     *
     * @param target what may stand left of {@code =}
     * @param keys whether it goes over the keys ({@code for … in} of JavaScript), not the elements; over a map, elements are its keys in Python
     */
    record ForEach(Expression target, Expression iterable, boolean keys, Statement body) implements Statement {}

    /** A choice by value. */
    record Switch(Expression subject, List<Case> cases) implements Statement {
        /**
         * One case.
         *
         * @param labels any of which chooses it; empty for the default. A pattern with no form here is an {@link Expression.Unknown}
         * @param through whether the next case follows where no {@code break} or {@code return} ends this
         */
        public record Case(List<Expression> labels, Statement body, boolean through) {}
    }

    /** What may fail. */
    record Try(Statement body, List<Catch> catches, Statement last) implements Statement {
        /**
         * A handler.
         *
         * @param variable of the exception, or null
         * @param types with their full names; empty if it takes all
         * @param span where it stands, if that is known
         */
        public record Catch(
                @Nullable String variable,
                List<String> types,
                Statement body,
                @Nullable Span span) {

            /** One of which it does not matter where it stands. */
            public Catch(@Nullable String variable, List<String> types, Statement body) {
                this(variable, types, body, null);
            }
        }
    }

    /** The function's end. */
    record Return(@Nullable Expression value, Span span) implements Statement {}

    /** The function's end by an exception, or the way to a handler. */
    record Throw(Expression value, Span span) implements Statement {}

    /** The end of the loop or switch around it, or of that with the label. */
    record Break(@Nullable String label) implements Statement {}

    /** The end of the round of the loop around it, or of that with the label. */
    record Continue(@Nullable String label) implements Statement {}

    /** A statement that {@link Break} and {@link Continue} may name. */
    record Labelled(String label, Statement statement) implements Statement {}

    /** A class that is declared here: its name becomes a variable of the block, and its fields are given their first values. */
    record DeclareClass(ClassDeclaration declaration) implements Statement {}

    /** Nothing. */
    static Statement nothing() {
        return new Block(List.of());
    }
}
