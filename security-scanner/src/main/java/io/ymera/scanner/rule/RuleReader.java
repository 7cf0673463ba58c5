package io.ymera.scanner.rule;

import com.google.re2j.Pattern;
import io.ymera.scanner.finding.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads models and rules. First all files are added, then the sets are taken. A rule's own file ({@code rules/name.yaml}) says what it is about; what
 * it looks for in a language is there too, or in {@code rules/language/name.yaml} with {@code rule: id}.
 */
public final class RuleReader {

    private static final Set<String> LANGUAGES = Set.of("java", "python", "javascript");
    private static final Set<String> RULE = Set.of(
            "id",
            "title",
            "cwe",
            "severity",
            "kind",
            "message",
            "fix",
            "probes",
            "probes-at-start",
            "local",
            "stored",
            "java",
            "python",
            "javascript");
    private static final Set<String> PART = Set.of("rule", "sinks", "calls");
    private static final Set<String> FINDS =
            Set.of("where", "severity", "message", "fix", "unless", "when-said", "when-in-file", "unless-in-file");

    private final Map<String, RuleSet> sets = new TreeMap<>();
    private final Map<String, Rule> rules = new LinkedHashMap<>();
    private final List<Runnable> parts = new ArrayList<>();

    /** An empty one. */
    public RuleReader() {
        LANGUAGES.forEach(language -> sets.put(language, new RuleSet()));
    }

    /**
     * Adds a file of models.
     *
     * @param language for which they are; all if it is {@code common}
     * @throws RuleException if it can't be read
     */
    public void models(String file, String language, String yaml) {
        if (language.equals("common")) {
            LANGUAGES.forEach(each -> models(file, each, yaml));
            return;
        }
        new ModelReader(set(file, language)).read(file, load(file, yaml));
    }

    /**
     * Adds a file of a rule, or of a rule's part for a language.
     *
     * @param language of the part, or null for the rule itself
     * @throws RuleException if it can't be read
     */
    public void rule(String file, @Nullable String language, String yaml) {
        Object document = load(file, yaml);
        if (language != null) {
            Entry part = new Entry(file, document, PART);
            parts.add(() -> part(part, known(file, part.text("rule")), set(file, language)));
            return;
        }
        Entry entry = new Entry(file, document, RULE);
        Rule rule = new Rule(
                entry.text("id"),
                entry.text("title"),
                entry.texts("cwe").stream().map(Integer::valueOf).toList(),
                severity(file, entry.text("severity")),
                entry.has("kind") ? entry.text("kind") : null,
                entry.text("message"),
                entry.text("fix"),
                entry.texts("probes"),
                entry.texts("probes-at-start"),
                entry.flag("local", true),
                entry.flag("stored", false));
        if (rules.put(rule.id(), rule) != null) {
            throw new RuleException(file + ": there is another rule '" + rule.id() + "'");
        }
        for (String each : LANGUAGES) {
            if (entry.has(each)) {
                parts.add(() -> part(new Entry(file + "/" + each, entry.get(each), PART), rule, set(file, each)));
            }
        }
    }

    /**
     * The sets, by language.
     *
     * @throws RuleException if a part belongs to no rule
     */
    public Map<String, RuleSet> sets() {
        parts.forEach(Runnable::run);
        parts.clear();
        sets.values().forEach(set -> set.rules.putAll(rules));
        return sets;
    }

    private static @Nullable Object load(String file, String yaml) {
        try {
            return new Load(LoadSettings.builder().setLabel(file).build()).loadFromString(yaml);
        } catch (YamlEngineException e) {
            throw new RuleException(file + ": is no YAML: " + e.getMessage());
        }
    }

    private RuleSet set(String file, String language) {
        RuleSet set = sets.get(language);
        if (set == null) {
            throw new RuleException(file + ": '" + language + "' is none of " + LANGUAGES);
        }
        return set;
    }

    private Rule known(String file, String id) {
        Rule rule = rules.get(id);
        if (rule == null) {
            throw new RuleException(file + ": there is no rule '" + id + "'; its own file is rules/" + id + ".yaml");
        }
        return rule;
    }

    private static void part(Entry part, Rule rule, RuleSet set) {
        int count = 0;
        for (Object written : part.list("sinks")) {
            sink(part.place() + "/sinks/" + count++, written, rule, set);
        }
        count = 0;
        for (Object written : part.list("calls")) {
            check(part.place() + "/calls/" + count++, written, rule, set);
        }
    }

    private static void sink(String place, Object written, Rule rule, RuleSet set) {
        Entry entry = new Entry(
                place,
                written,
                with("call", "write", "return", "argument", "variable", "despite", "inside", "function"));
        if (rule.kind() == null) {
            throw new RuleException(place + ": rule '" + rule.id() + "' has sinks, so it must have a 'kind'");
        }
        List<Object> arguments = entry.list("argument");
        if (entry.has("return")) {
            Entry functions =
                    new Entry(place + "/return", entry.get("return"), Set.of("annotated", "class", "without"));
            set.returnSinks.add(new Rule.ReturnSink(
                    Set.copyOf(functions.names("annotated")),
                    functions.has("class") ? Set.copyOf(functions.names("class")) : Set.of(),
                    functions.has("without") ? Set.copyOf(functions.names("without")) : Set.of(),
                    sink(place, entry, rule, List.of("value"))));
        } else if (entry.has("variable")) {
            set.variableSinks.add(new Rule.VariableSink(
                    Conditions.pattern(place, entry.get("variable")),
                    Conditions.pattern(place, entry.text("inside", "(?s).*")),
                    sink(place, entry, rule, List.of("value"))));
        } else if (entry.has("function")) {
            set.functionSinks.add(new Rule.FunctionSink(
                    Conditions.pattern(place, entry.get("function")), sink(place, entry, rule, List.of("value"))));
        } else if (entry.has("write")) {
            Rule.Sink sink = sink(place, entry, rule, arguments.isEmpty() ? List.of("value") : arguments);
            entry.names("write").forEach(name -> set.writeSinks.add(name, sink));
        } else {
            if (arguments.isEmpty()) {
                throw new RuleException(place + ": 'argument' is missing");
            }
            Rule.Sink sink = sink(place, entry, rule, arguments);
            entry.names("call").forEach(name -> set.callSinks.add(name, sink));
        }
    }

    private static Rule.Sink sink(String place, Entry entry, Rule rule, List<?> arguments) {
        return new Rule.Sink(
                rule,
                arguments.stream().map(Selector::of).toList(),
                entry.has("despite") ? entry.text("despite") : null,
                Conditions.read(place, entry.get("where")),
                saying(place, entry),
                severity(place, entry.text("severity", rule.severity().toString())),
                entry.text("message", rule.message()),
                entry.text("fix", rule.fix()));
    }

    private static Rule.Saying saying(String place, Entry entry) {
        return new Rule.Saying(
                pattern(place, entry, "when-said"),
                pattern(place, entry, "unless"),
                pattern(place, entry, "when-in-file"),
                pattern(place, entry, "unless-in-file"));
    }

    private static @Nullable Pattern pattern(String place, Entry entry, String key) {
        return entry.has(key) ? Conditions.pattern(place, entry.get(key)) : null;
    }

    private static void check(String place, Object written, Rule rule, RuleSet set) {
        Entry entry = new Entry(place, written, with("call", "read", "write", "annotated", "variable", "file"));
        Rule.Check check = new Rule.Check(
                rule,
                Conditions.read(place, entry.get("where")),
                saying(place, entry),
                severity(place, entry.text("severity", rule.severity().toString())),
                entry.text("message", rule.message()),
                entry.text("fix", rule.fix()));
        Map<String, NameTable<Rule.Check>> tables = new HashMap<>();
        tables.put("call", set.callChecks);
        tables.put("read", set.readChecks);
        tables.put("write", set.writeChecks);
        tables.put("annotated", set.annotationChecks);
        boolean any = entry.has("variable");
        if (any) {
            set.variableChecks.add(new Rule.VariableCheck(
                    Conditions.pattern(place, entry.get("variable")),
                    Conditions.pattern(place, entry.text("file", ".*")),
                    check));
        }
        for (Map.Entry<String, NameTable<Rule.Check>> table : tables.entrySet()) {
            if (entry.has(table.getKey())) {
                entry.names(table.getKey()).forEach(name -> table.getValue().add(name, check));
                any = true;
            }
        }
        if (!any) {
            throw new RuleException(place + ": needs one of call, read, write, annotated, variable");
        }
    }

    private static Set<String> with(String... more) {
        Set<String> all = new HashSet<>(FINDS);
        all.addAll(List.of(more));
        return all;
    }

    private static Severity severity(String place, String name) {
        try {
            return Severity.of(name);
        } catch (IllegalArgumentException e) {
            throw new RuleException(place + ": '" + name + "' is no severity; there are critical, high, medium, low");
        }
    }

    /** {@code all}, or kinds of rules. */
    static Set<String> kinds(Entry entry) {
        Object value = entry.get("clears");
        if ("all".equals(value)) {
            return Set.of(Model.ALL);
        }
        if (value instanceof Collection<?> || value instanceof String) {
            return Set.copyOf(entry.texts("clears"));
        }
        throw new RuleException(entry.place() + ": 'clears' is 'all' or kinds of rules, not " + value);
    }
}
