package io.ymera.scanner.rule;

import io.ymera.scanner.ir.Annotation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** All models and rules for one language. Filled once by {@link RuleReader}, then read by any thread. */
public final class RuleSet {

    final Map<String, List<String>> types = new HashMap<>();
    final NameTable<String> returns = new NameTable<>();
    final NameTable<Model> calls = new NameTable<>();
    final NameTable<Model> reads = new NameTable<>();
    final NameTable<Model> writes = new NameTable<>();
    final NameTable<Model.Entry> annotated = new NameTable<>();
    final NameTable<Model.Source> parameters = new NameTable<>();
    final NameTable<String> parameterTypes = new NameTable<>();
    final List<Model.Entry> named = new ArrayList<>();
    final NameTable<Model.Entry> overridden = new NameTable<>();
    final Set<String> marked = new HashSet<>();
    final NameTable<Model.Guard> constraints = new NameTable<>();
    final NameTable<Boolean> validated = new NameTable<>();
    final Map<String, Model.Source> typed = new HashMap<>();
    final Map<String, Model.Entry> beside = new HashMap<>();
    final Map<String, Model.Entry> within = new HashMap<>();
    final Map<String, Model.Schema> schemas = new HashMap<>();
    final Set<String> clearedByText = new HashSet<>();
    final Set<String> texts = new HashSet<>();
    final Set<String> plain = new HashSet<>();
    final Map<String, Set<String>> typeGuards = new HashMap<>();
    final Map<String, Set<String>> inequalityGuards = new HashMap<>();
    final Map<String, Set<String>> components = new HashMap<>();
    final Map<String, String> literals = new HashMap<>();
    final Map<String, Object> constants = new HashMap<>();
    final Map<String, Model.Source> caught = new HashMap<>();
    final NameTable<Boolean> indexed = new NameTable<>();
    final NameTable<Boolean> endings = new NameTable<>();
    final NameTable<Rule.Sink> callSinks = new NameTable<>();
    final NameTable<Rule.Sink> writeSinks = new NameTable<>();
    final List<Rule.ReturnSink> returnSinks = new ArrayList<>();
    final List<Rule.VariableSink> variableSinks = new ArrayList<>();
    final List<Rule.FunctionSink> functionSinks = new ArrayList<>();
    final NameTable<Rule.Check> callChecks = new NameTable<>();
    final NameTable<Rule.Check> readChecks = new NameTable<>();
    final NameTable<Rule.Check> writeChecks = new NameTable<>();
    final NameTable<Rule.Check> annotationChecks = new NameTable<>();
    final List<Rule.VariableCheck> variableChecks = new ArrayList<>();
    final Map<String, Rule> rules = new LinkedHashMap<>();
    private final Map<String, Set<String>> ancestors = new HashMap<>();
    /** Code has few names, and many of each; patterns are slow. */
    private final Map<String, List<Rule.VariableCheck>> checksByName = new ConcurrentHashMap<>();

    private final Map<String, List<Rule.VariableSink>> sinksByName = new ConcurrentHashMap<>();

    /** Whether what is written down may be of this type. */
    public boolean isLiteral(String type) {
        return literals.containsValue(type);
    }

    /** Whether a model names this type. */
    public boolean isType(String name) {
        return types.containsKey(name);
    }

    /** The type itself, then its supertypes as far as models say them, the nearest first. */
    public synchronized Set<String> withSupertypes(String type) {
        Set<String> known = ancestors.get(type);
        if (known == null) {
            known = new LinkedHashSet<>();
            List<String> open = new ArrayList<>(List.of(type));
            for (int i = 0; i < open.size(); i++) {
                if (known.add(open.get(i))) {
                    open.addAll(types.getOrDefault(open.get(i), List.of()));
                }
            }
            ancestors.put(type, known);
        }
        return known;
    }

    /** The type of what a call or read gives, or null. */
    public @Nullable String result(Callee callee) {
        List<String> found = returns.of(callee);
        return found.isEmpty() ? null : found.getFirst();
    }

    /** What is known of a call. */
    public List<Model> calls(Callee callee) {
        return calls.of(callee);
    }

    /** Whether anything is made known of things of this type by calling their methods. */
    public boolean marks(String type) {
        return withSupertypes(type).stream().anyMatch(marked::contains);
    }

    /** What is known of reading a member. */
    public List<Model> reads(Callee callee) {
        return reads.of(callee);
    }

    /** What is known of writing a member. */
    public List<Model> writes(Callee callee) {
        return writes.of(callee);
    }

    /** Whether functions that it is given are told, second, at which place an element stands. */
    public boolean indexed(Callee callee) {
        return !indexed.of(callee).isEmpty();
    }

    /** Whether it never comes back. */
    public boolean ends(Callee callee) {
        return !endings.of(callee).isEmpty();
    }

    /** What callers of a function with such annotations give it. */
    public List<Model.Entry> entries(List<Annotation> annotations) {
        return annotations.stream()
                .flatMap(annotation -> annotated.of(callee(annotation)).stream())
                .toList();
    }

    /** What a library gives to a method that it calls because a class has it from one of these types. */
    public List<Model.Entry> overridden(Set<String> types, String method) {
        List<String> names = new ArrayList<>();
        String begin = begin(method);
        for (String type : types) {
            names.add(type + "." + method);
            names.add(type + "." + begin);
        }
        return overridden.of(new Callee(names, method, false));
    }

    /** How models write that any name may stand behind the first word: {@code clean_*}. */
    private static String begin(String method) {
        return method.substring(0, method.indexOf('_', 1) + 1) + "*";
    }

    /** How a class checks its fields that is one of these, or null. */
    public Model.@Nullable Schema schema(Set<String> types) {
        for (String type : types) {
            Model.Schema schema = schemas.get(type);
            if (schema != null) {
                return schema;
            }
        }
        return null;
    }

    /** The kinds for which what is certainly a text is harmless: it is no query of several parts. */
    public Set<String> clearedByText() {
        return clearedByText;
    }

    /** The same, for what comes in as this type, which whoever calls has made sure of. */
    public Set<String> clearedByText(String type) {
        return texts.contains(type) ? clearedByText : Set.of();
    }

    /** Whether what is of one of these types carries no text from outside, or only one that somebody wrote down. */
    public boolean plain(Set<String> types) {
        return types.stream().anyMatch(plain::contains);
    }

    /** What the parameters of a function hold of which one has this type, or null. */
    public Model.@Nullable Entry beside(String type) {
        return beside.get(type);
    }

    /** What libraries give to the functions of a class that is one of these types, or null. */
    public Model.@Nullable Entry within(Collection<String> types) {
        return within.isEmpty()
                ? null
                : types.stream()
                        .map(within::get)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    /** What a parameter holds that is one of these types, or null. */
    public Model.@Nullable Source typed(Collection<String> types) {
        return typed.isEmpty()
                ? null
                : types.stream()
                        .map(typed::get)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    /** What annotations say of the text of a parameter or field, by their names. */
    public List<Model.Guard> constraints(Annotation annotation) {
        return constraints.of(callee(annotation));
    }

    /** Whether whoever hands over a parameter with such annotations has held what is in it against its constraints. */
    public boolean validated(List<Annotation> annotations) {
        return annotations.stream().anyMatch(each -> !validated.of(callee(each)).isEmpty());
    }

    /** Names of methods that libraries call. */
    public Predicate<String> overriddenNames() {
        Set<String> names = overridden.simpleNames();
        return method -> names.contains(method) || names.contains(begin(method));
    }

    /** What callers of a function give it whose parameters are named so, or null. */
    public Model.@Nullable Entry entry(List<String> names) {
        for (Model.Entry entry : named) {
            int count = entry.named().size();
            if (names.size() >= count && names.subList(0, count).equals(entry.named())) {
                return entry;
            }
        }
        return null;
    }

    /** What a parameter with such annotations holds, or null. */
    public Model.@Nullable Source parameter(List<Annotation> annotations) {
        for (Annotation annotation : annotations) {
            List<Model.Source> found = parameters.of(callee(annotation));
            if (!found.isEmpty()) {
                return found.getFirst();
            }
        }
        return null;
    }

    /** What a parameter with such annotations is made, whatever it says itself; null if they do not say. */
    public @Nullable String parameterType(List<Annotation> annotations) {
        for (Annotation annotation : annotations) {
            List<String> found = parameterTypes.of(callee(annotation));
            if (!found.isEmpty()) {
                return found.getFirst();
            }
        }
        return null;
    }

    /** The kinds for which something is harmless if {@code typeof} says this of it. */
    public Set<String> clearedByType(String type) {
        return typeGuards.getOrDefault(type, Set.of());
    }

    /**
     * The kinds for which something is harmless if it is certainly not this text.
     *
     * @param of the call of whose answer it is an element, or empty
     */
    public Set<String> clearedUnless(String text, String of) {
        return inequalityGuards.getOrDefault(unequal(text, of), Set.of());
    }

    static String unequal(String text, String of) {
        return of + "\n" + text;
    }

    /** The kinds for which all of something is harmless if the part of it that this call or member gives is one of those that are allowed. */
    public Set<String> clearedByComponent(String name) {
        return components.getOrDefault(name, Set.of());
    }

    /** The type of a literal ({@code string}, {@code number}, {@code boolean}, {@code list}, {@code set}, {@code map}, {@code tuple}), or null. */
    public @Nullable String literal(String kind) {
        return literals.get(kind);
    }

    /** The value of a library's constant, or null. */
    public @Nullable Object constant(String symbol) {
        return constants.get(symbol);
    }

    /** What a caught exception of one of these types tells, or null; of whatever type if there are none. */
    public Model.@Nullable Source caught(List<String> types) {
        for (String type : types.isEmpty() ? List.of(Model.ALL) : types) {
            Model.Source source = caught.get(type);
            if (source != null) {
                return source;
            }
        }
        return null;
    }

    /** Sinks that are calls. */
    public List<Rule.Sink> sinks(Callee callee) {
        return callSinks.of(callee);
    }

    /** Sinks that are writes of members; elements are written as {@code []}. */
    public List<Rule.Sink> writeSinks(Callee callee) {
        return writeSinks.of(callee);
    }

    /**
     * Sinks that what an annotated function gives back is.
     *
     * @param owner annotations of its class; null if nothing is known of that
     */
    public List<Rule.Sink> returnSinks(List<Annotation> annotations, @Nullable List<Annotation> owner) {
        if (annotations.isEmpty()) {
            return List.of();
        }
        Set<String> names = names(annotations);
        Set<String> around = owner == null ? null : names(owner);
        return returnSinks.stream()
                .filter(sink -> sink.of(names, around))
                .map(Rule.ReturnSink::sink)
                .toList();
    }

    private static Set<String> names(List<Annotation> annotations) {
        Set<String> names = new HashSet<>();
        for (Annotation annotation : annotations) {
            names.add(annotation.name());
            names.add("*." + annotation.simpleName());
        }
        return names;
    }

    /** Checks of calls. */
    public List<Rule.Check> checks(Callee callee) {
        return callChecks.of(callee);
    }

    /** Checks of reads. */
    public List<Rule.Check> readChecks(Callee callee) {
        return readChecks.of(callee);
    }

    /** Checks of writes. */
    public List<Rule.Check> writeChecks(Callee callee) {
        return writeChecks.of(callee);
    }

    /** Checks of annotations. */
    public List<Rule.Check> checks(Annotation annotation) {
        return annotationChecks.of(callee(annotation));
    }

    /** Checks of what is assigned to variables or members of this name. */
    public List<Rule.VariableCheck> variableChecks(String name) {
        return checksByName.computeIfAbsent(name, fresh -> variableChecks.stream()
                .filter(check -> check.name().matches(name))
                .toList());
    }

    /** The simple names of all calls and reads that data comes from, and of those that call functions with such. */
    public Set<String> sourceNames() {
        Set<String> names = new HashSet<>();
        for (NameTable<Model> table : List.of(calls, reads)) {
            names.addAll(table.only(model -> model instanceof Model.Source || model instanceof Model.Callback)
                    .simpleNames());
        }
        return names;
    }

    /** The simple names of all calls that tell others something of the program's inside. */
    public Set<String> tellingNames() {
        return callSinks.only(sink -> sink.rule().aboutInternal()).simpleNames();
    }

    /** The simple names of all calls, reads and writes that are wrong by themselves. */
    public Set<String> checkNames() {
        Set<String> names = new HashSet<>();
        for (NameTable<Rule.Check> table : List.of(callChecks, readChecks, writeChecks)) {
            names.addAll(table.simpleNames());
        }
        return names;
    }

    /** Sinks that variables or members of this name are. */
    public List<Rule.VariableSink> variableSinks(String name) {
        return sinksByName.computeIfAbsent(name, fresh -> variableSinks.stream()
                .filter(sink -> sink.name().matches(name))
                .toList());
    }

    /** Sinks that what functions give back is. */
    public List<Rule.FunctionSink> functionSinks() {
        return functionSinks;
    }

    /** The rules themselves, by id. */
    public Map<String, Rule> rules() {
        return rules;
    }

    private static Callee callee(Annotation annotation) {
        return new Callee(List.of(annotation.name()), annotation.simpleName(), false);
    }
}
