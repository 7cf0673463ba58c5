package io.ymera.scanner.rule;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of a call, a read or a write of a library. All of them may have conditions, all of which must hold. */
public sealed interface Model {

    /** In {@code clears}: whatever it could do harm in. */
    String ALL = "*";

    /** In {@code clears}: whatever it could do harm in, but for the kind behind it. */
    String ALL_BUT = "*-";

    /** What must hold. */
    List<Predicate.Condition> where();

    /** From where data comes. */
    enum Exposure {
        /** From anybody who reaches the program. */
        REMOTE,
        /** From who starts it. */
        LOCAL,
        /** From what it has stored for others: a rule has to ask for that. */
        STORED,
        /** From the program's own surroundings: nothing from outside, though it comes where such data does. */
        TRUSTED,
        /** Made by the program itself, but so that others can guess it: harmful only where secrecy matters. */
        GENERATED,
        /** Of the program's own inside: harmful only where others see it. */
        INTERNAL
    }

    /**
     * Data from outside.
     *
     * @param what it is, with its article
     * @param clears kinds of rules for which it is harmless as it comes
     * @param to what of a call it is put into; null if it is the answer
     */
    record Source(
            Exposure exposure,
            String what,
            Set<String> clears,
            @Nullable Selector to,
            List<Predicate.Condition> where) implements Model {}

    /** Which way data goes; nowhere if {@code flows} is empty. */
    record Propagator(List<Flow> flows, List<Predicate.Condition> where) implements Model {
        /** One way. */
        public record Flow(Selector from, Selector to) {}
    }

    /**
     * The result is a new collection.
     *
     * @param kind {@code list}, {@code map} or {@code set}
     * @param from the argument whose elements it has, or null if the arguments are its elements
     */
    record Create(String kind, @Nullable Selector from, List<Predicate.Condition> where) implements Model {}

    /** The receiver is a collection. */
    record Effect(What what, List<Predicate.Condition> where) implements Model {
        /** What happens to it. */
        public enum What {
            APPEND,
            PREPEND,
            INSERT,
            GET,
            PUT,
            REMOVE,
            REMOVE_VALUE,
            POP,
            SHIFT,
            CLEAR,
            EXTEND,
            KEYS,
            VALUES,
            ENTRIES,
            COPY,
            SIZE,
            CONTAINS,
            FIRST,
            LAST,
            JOIN,
            ITERATOR,
            /** By two keys. */
            PUT_NESTED,
            GET_NESTED,
            /** Only where there is nothing yet. */
            PUT_ABSENT,
            /** What is there, or else what is given, which is there from then on. */
            GET_OR_PUT;

            /** Whether arguments are in the collection afterwards. */
            public boolean fills() {
                return switch (this) {
                    case APPEND, PREPEND, INSERT, PUT, EXTEND, PUT_NESTED, PUT_ABSENT, GET_OR_PUT -> true;
                    default -> false;
                };
            }
        }
    }

    /**
     * Makes data harmless for some kinds of rules.
     *
     * @param of null for the result, or what is cleared in place
     */
    record Sanitizer(Set<String> clears, @Nullable Selector of, List<Predicate.Condition> where) implements Model {}

    /**
     * Replaces whatever a pattern finds: harmless for each kind of rules of whose probes nothing harmful is left.
     *
     * @param regex where the pattern is
     * @param with where that is with which it is replaced
     * @param literal whether the pattern is a text: what is left is without it
     */
    record Replacement(Selector regex, Selector with, boolean literal, List<Predicate.Condition> where)
            implements Model {}

    /**
     * Its answer says that something is harmless.
     *
     * @param of what is checked
     * @param when for which answer
     * @param regex where the pattern is, or null
     * @param anchored whether the pattern must match all
     * @param behind what may have been done to what is checked: what it was before is then clean too
     * @param part whether what is checked may be a part that tells of all of it, as the host of an address
     * @param whole whether all that came in with it is clean, too, as what somebody has signed
     */
    record Guard(
            Selector of,
            boolean when,
            Set<String> clears,
            @Nullable Selector regex,
            boolean anchored,
            Set<String> behind,
            boolean part,
            boolean whole,
            List<Predicate.Condition> where)
            implements Model {}

    /**
     * Makes a schema, or holds data against one.
     *
     * @param schema where one is that it is made of, or that data is held against
     * @param clears kinds for which what fits is harmless
     * @param regex where the pattern is that what fits is like, or null
     * @param members where the schemas of an object's members are, or null
     * @param each where the schema of a list's elements is, or null
     * @param open whether members fit that no schema names
     * @param data what is held against it; null if it only makes one
     * @param says how it says whether that fits
     */
    record Shape(
            Selector schema,
            Set<String> clears,
            @Nullable Selector regex,
            @Nullable Selector members,
            @Nullable Selector each,
            boolean open,
            @Nullable Selector data,
            Says says,
            List<Predicate.Condition> where)
            implements Model {
        /** How it is said whether data fits. */
        public enum Says {
            /** It gives what fits, or throws. */
            THROWS,
            /** By an answer that is true or false. */
            TRUTH,
            /** By the members of an answer: {@code success} or {@code error}. */
            MEMBERS
        }
    }

    /** Comes back only if what it is given is true. */
    record Assertion(Selector of, List<Predicate.Condition> where) implements Model {}

    /** Takes data out of its wrapping: what was done to make it harmless, or checked, was done to the wrapping. */
    record Decoder(List<Predicate.Condition> where) implements Model {}

    /** Gives a constant if it is given constants. */
    record Fold(As as, @Nullable Object value, List<Predicate.Condition> where) implements Model {
        /** Which one. */
        public enum As {
            /** The arguments behind the first, with that between them. */
            JOIN,
            /** The first, with the others filled in. */
            FORMAT,
            TEXT,
            INTEGER,
            FLAG,
            MIN,
            MAX,
            ABS,
            BIT_COUNT,
            /** Always the same: {@code value}. */
            VALUE
        }
    }

    /** A fact that sticks to {@code on}, or is taken from it. */
    record Mark(@Nullable String set, @Nullable String unset, Selector on, List<Predicate.Condition> where)
            implements Model {}

    /** The result has the marks of {@code of}. */
    record Inherit(Selector of, List<Predicate.Condition> where) implements Model {}

    /**
     * Functions that it is given are called by it like this.
     *
     * @param of where they are; empty if each argument may be one
     * @param types of parameters, by position
     * @param sources which parameters are data from outside
     * @param fits which members of the first parameter have been held against which schemas
     * @param chain how they follow one another
     */
    record Callback(
            List<Selector> of,
            List<String> types,
            Map<String, Source> sources,
            Map<String, Selector> fits,
            Chain chain,
            List<Predicate.Condition> where)
            implements Model {
        /** How functions follow one another. */
        public enum Chain {
            /** Each by itself. */
            NONE,
            /** Each is given, behind what {@code types} says, a function that calls the one behind it; with one parameter more it is for errors. */
            NEXT,
            /** The same, and they come before all that are given to the same receiver later. */
            BEFORE
        }
    }

    /**
     * Calls a function that it is given with arguments that stand beside it, as what starts threads does.
     *
     * @param function where it is
     * @param from the position from which on arguments are for it, together with those that have names; -1 if none are
     * @param lists where lists of arguments for it are
     * @param each whether it is called with each element of what stands there
     */
    record Apply(Selector function, int from, List<Selector> lists, boolean each, List<Predicate.Condition> where)
            implements Model {}

    /**
     * A class each of whose fields says what it lets through.
     *
     * @param under the member under which what was checked is found; in the object itself if there is none
     * @param answers methods that give what was checked
     * @param methods of the class that check a field, whose name stands for the {@code *}
     * @param annotations of methods that check the fields that are their arguments
     */
    record Schema(Set<String> under, Set<String> answers, Set<String> methods, Set<String> annotations) {}

    /** The parameters of functions that are annotated so, or whose parameters are named so. */
    record Entry(List<String> named, List<String> types, Map<String, Source> sources) {
        /** In {@code sources}: each parameter. */
        public static final String EACH = "all";

        /** In {@code sources}: each parameter of a function that nobody in the code base names. */
        public static final String UNCALLED = "uncalled";
    }
}
