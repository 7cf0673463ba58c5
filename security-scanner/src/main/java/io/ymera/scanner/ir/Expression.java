package io.ymera.scanner.ir;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something with a value. Operands are evaluated from left to right. {@code await e} is {@code e}, a cast is its operand: a promise and what it
 * will hold are one value here.
 */
public sealed interface Expression {

    /** Where it stands. */
    Span span();

    /**
     * A constant.
     *
     * @param value a String, Long, Double, Boolean, or null
     */
    record Literal(@Nullable Object value, Span span) implements Expression {}

    /**
     * A variable, of this function or of one around it, of the file, or one that nobody declared. The object of a method is the variable
     * {@link #THIS} in all languages, that of its superclass {@link #SUPER}; what a file of modules gives to others is {@link #EXPORTS}.
     */
    record Name(String name, Span span) implements Expression {
        /** The object whose method this is: {@code this}, and the first parameter of a method in Python, whatever it is called there. */
        public static final String THIS = "this";
        /** The same object, but methods are looked for in its superclasses. */
        public static final String SUPER = "super";
        /** {@code module.exports}, {@code exports}, and what {@code export} gives names in. */
        public static final String EXPORTS = "%exports";
    }

    /**
     * A thing outside of all functions by its full name, dotted: a type, a package, a module ({@code os.path}), a global that the language has
     * ({@code python:open} is {@code open} and {@code javascript:document} is {@code document}: names without a home have none here either).
     * A module of the code base that is not named by dots is named by its path without extension, from the root ({@code lib/util}).
     */
    record Symbol(String path, Span span) implements Expression {}

    /** A member of an object, module or type, read or (as a {@link Call}'s callee) called. */
    record Member(Expression object, String name, Span span) implements Expression {}

    /** An element of a list, map or array, by position or key; slices have an {@link Unknown} as index. */
    record Element(Expression object, Expression index, Span span) implements Expression {}

    /**
     * A call. A method's callee is a {@link Member}.
     *
     * @param span of the whole call
     */
    record Call(Expression callee, List<Argument> arguments, Span span) implements Expression {}

    /**
     * A new object, where the language has a word for that.
     *
     * @param type mostly a {@link Symbol}
     * @param body of an anonymous class, or null; it is also among the file's classes
     */
    record New(
            Expression type,
            List<Argument> arguments,
            @Nullable ClassDeclaration body,
            Span span) implements Expression {}

    /**
     * An operator on one, two or more operands, all evaluated except behind {@code &&}, {@code ||} and {@code ??}, which are short.
     *
     * @param operator as in Java and JavaScript, for all languages: {@code + - * / % ** << >> >>> & | ^ ~ ! && || ?? == != < <= > >= in instanceof
     *     typeof}; {@code ===} is {@code ==}, Python's {@code not in} is {@code !} of {@code in}, {@code is} is {@code ==}, {@code //} is {@code
     *     /}; {@code yield}; {@code ,} for a sequence whose last counts; {@code :} as an index for a part of a list or text, {@code null} for an open end. {@code -} and {@code +} may have one operand.
     */
    record Operation(String operator, List<Expression> operands, Span span) implements Expression {}

    /** {@code test ? then : otherwise}, or a {@code switch} as an expression brought into this form. */
    record Conditional(Expression test, Expression then, Expression otherwise, Span span) implements Expression {}

    /** A string put together of literals and values: an f-string, a template. */
    record Text(List<Expression> parts, Span span) implements Expression {}

    /** A list, set, map (object literal) or tuple that is written out. */
    record Collection(Kind kind, List<Entry> entries, Span span) implements Expression {
        /** What it is. */
        public enum Kind {
            LIST,
            SET,
            MAP,
            TUPLE
        }

        /**
         * One entry.
         *
         * @param key of a map's entry, else null; a JavaScript property's name is a {@link Literal}
         * @param value the value, or with {@code spread} what is put in entry by entry
         */
        public record Entry(@Nullable Expression key, Expression value, boolean spread) {}
    }

    /** A list, set, map or generator made by loops within an expression. */
    record Comprehension(
            Collection.Kind kind,
            List<Clause> clauses,
            @Nullable Expression key,
            Expression value,
            Span span) implements Expression {

        /**
         * {@code for target in iterable if conditions}.
         *
         * @param target what may stand left of {@code =}
         */
        public record Clause(Expression target, Expression iterable, List<Expression> conditions) {}
    }

    /** A function as a value: a lambda, a function declared where a statement is, a reference to a method brought into this form. */
    record Function(FunctionDeclaration declaration, Span span) implements Expression {}

    /**
     * {@code target = value}; its value is the new one. {@code a += b} is {@code a = a + b}.
     *
     * @param target a {@link Name}, {@link Member}, {@link Element}, or for destructuring a {@link Collection} of such (a LIST by position, a MAP by
     *     key; an entry with {@code spread} takes the rest)
     */
    record Assignment(Expression target, Expression value, Span span) implements Expression {}

    /** What has no form here: its parts are evaluated, and its value may be any of theirs. */
    record Unknown(List<Expression> parts, Span span) implements Expression {}
}
