package io.ymera.scanner.rule;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Set;

/** What must hold of a part of a call for a model or rule to apply. */
public sealed interface Predicate {

    /** May be one of these constants. */
    record Is(Set<Object> values) implements Predicate {}

    /** May be a constant string that this matches, all of it. */
    record Matches(Pattern pattern) implements Predicate {}

    /** May be a number below this. */
    record Below(double limit) implements Predicate {}

    /** May be a number in which one of these bits is set. */
    record Bits(long mask) implements Predicate {}

    /** Is of one of the code base's classes that has this method itself. */
    record Defines(String method) implements Predicate {}

    /** Is a known string that is not empty, or not. */
    record Constant(boolean wanted) implements Predicate {}

    /** Is not given, or is. */
    record Absent(boolean wanted) implements Predicate {}

    /** Has this type. */
    record Type(Set<String> names) implements Predicate {}

    /** Is this thing. */
    record SymbolIs(Set<String> names) implements Predicate {}

    /** Its expression ends in a name that this matches, all of it. */
    record Named(Pattern pattern) implements Predicate {}

    /** Has this mark. */
    record Marked(String mark) implements Predicate {}

    /** Holds data from outside that is not cleared for the rule's kind, or does not. */
    record Tainted(boolean wanted) implements Predicate {}

    /** Is all of what came from outside, not a member of it, or is not. */
    record Direct(boolean wanted) implements Predicate {}

    /** Holds data from one of these, by what models call it, that is not cleared for the rule's kind. */
    record From(Set<String> sources) implements Predicate {}

    /** Begins with a known constant whose beginning this matches. */
    record Prefix(Pattern pattern) implements Predicate {}

    /** Is a function that does nothing but give this constant back. */
    record Answers(Object value) implements Predicate {}

    /**
     * May be a regular expression for which a backtracking matcher needs exponential time.
     *
     * @param whole whether it has to match all of a text
     */
    record Backtracks(boolean whole) implements Predicate {}

    /** In what is written there, some text matches somewhere. */
    record Written(Pattern pattern) implements Predicate {}

    /** Holds a number from outside that nobody has bounded. */
    record Unbounded() implements Predicate {}

    /** A pattern that is to let certain hosts through, and lets others through as well. */
    record Lenient() implements Predicate {}

    /** Is a map that somebody has written down, or what was made of one, or is not. */
    record Map(boolean wanted) implements Predicate {}

    /** Does not hold. */
    record Not(Predicate inner) implements Predicate {}

    /** One of them holds. */
    record Any(List<Predicate> inner) implements Predicate {}

    /** All of them hold. */
    record All(List<Predicate> inner) implements Predicate {}

    /**
     * A predicate on a part.
     *
     * @param selector the part
     * @param predicate what must hold of it
     */
    record Condition(Selector selector, Predicate predicate) {}
}
