package io.ymera.scanner.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a file of models into a set. */
final class ModelReader {

    private static final Set<String> SECTIONS = Set.of(
            "literals",
            "types",
            "returns",
            "parameters",
            "sources",
            "propagators",
            "containers",
            "sanitizers",
            "guards",
            "indexed",
            "noreturn",
            "marks",
            "decoders",
            "folds",
            "applications",
            "constants",
            "components",
            "plain",
            "texts",
            "schemas",
            "shapes",
            "assertions",
            "validated");

    private final RuleSet set;

    ModelReader(RuleSet set) {
        this.set = set;
    }

    void read(String file, @Nullable Object document) {
        Entry sections = new Entry(file, document, SECTIONS);
        pairs(file, sections, "literals").forEach((kind, type) -> set.literals.put(kind, String.valueOf(type)));
        pairs(file, sections, "types")
                .forEach((name, value) -> Entry.expand(name).forEach(each -> set.types
                        .computeIfAbsent(each, fresh -> new ArrayList<>())
                        .addAll(supertypes(name, each, value))));
        pairs(file, sections, "returns").forEach((name, value) -> Entry.expand(name)
                .forEach(each -> set.returns.add(each, matching(name, each, String.valueOf(value)))));
        each(file, sections, "parameters", new ParameterReader(set)::read);
        each(file, sections, "sources", this::source);
        each(file, sections, "propagators", this::propagator);
        each(file, sections, "containers", this::container);
        each(file, sections, "sanitizers", this::sanitizer);
        each(file, sections, "guards", this::guard);
        each(file, sections, "marks", this::mark);
        each(file, sections, "decoders", this::decoder);
        each(file, sections, "folds", this::fold);
        each(file, sections, "components", this::component);
        each(file, sections, "schemas", this::schema);
        each(file, sections, "shapes", this::shape);
        sections.texts("plain").forEach(name -> set.plain.addAll(Entry.expand(name)));
        if (sections.has("texts")) {
            Entry texts = entry(file + "/texts", sections.get("texts"), "clears", "declared");
            set.clearedByText.addAll(RuleReader.kinds(texts));
            set.texts.addAll(texts.texts("declared"));
        }
        each(file, sections, "applications", this::application);
        pairs(file, sections, "constants")
                .forEach((name, value) -> set.constants.put(name, Conditions.constant(value)));
        sections.texts("indexed")
                .forEach(name -> Entry.expand(name).forEach(each -> set.indexed.add(each, Boolean.TRUE)));
        each(file, sections, "assertions", this::assertion);
        sections.texts("validated")
                .forEach(name -> Entry.expand(name).forEach(each -> set.validated.add(each, Boolean.TRUE)));
        sections.texts("noreturn")
                .forEach(name -> Entry.expand(name).forEach(each -> set.endings.add(each, Boolean.TRUE)));
    }

    private static List<String> supertypes(String written, String expanded, @Nullable Object value) {
        return value instanceof List<?> many
                ? many.stream()
                        .map(each -> matching(written, expanded, String.valueOf(each)))
                        .toList()
                : List.of();
    }

    /** Where both sides have the same braces, the same alternative is taken on both: {@code {a,b}.X: {a,b}.Y}. */
    private static String matching(String written, String expanded, String value) {
        int open = written.indexOf('{');
        if (open < 0 || !value.contains("{")) {
            return value;
        }
        String braces = written.substring(open, written.indexOf('}') + 1);
        for (String part : Entry.expand(braces)) {
            String fixed = written.substring(0, open) + part + written.substring(open + braces.length());
            if (Entry.expand(fixed).contains(expanded)) {
                return matching(fixed, expanded, value.replace(braces, part));
            }
        }
        return value;
    }

    private interface Reader {
        void read(String place, Object written);
    }

    private static void each(String file, Entry sections, String section, Reader reader) {
        int count = 0;
        for (Object written : sections.list(section)) {
            reader.read(file + "/" + section + "/" + count++, written);
        }
    }

    private static Map<String, Object> pairs(String file, Entry sections, String section) {
        Map<String, Object> pairs = new LinkedHashMap<>();
        Object value = sections.get(section);
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, each) -> pairs.put(String.valueOf(key), each));
        } else if (value != null) {
            throw new RuleException(file + "/" + section + ": expected names with values, found " + value);
        }
        return pairs;
    }

    static Entry entry(String place, @Nullable Object written, String... known) {
        return new Entry(place, written, Set.of(known));
    }

    static List<Predicate.Condition> where(Entry entry) {
        return Conditions.read(entry.place(), entry.get("where"));
    }

    static Model.Source source(Entry entry) {
        return new Model.Source(
                one(entry.place(), Model.Exposure.class, entry.text("exposure")),
                entry.text("what"),
                entry.has("clears") ? RuleReader.kinds(entry) : Set.of(),
                entry.has("to") ? Selector.of(entry.text("to")) : null,
                where(entry));
    }

    private void source(String place, Object written) {
        Entry entry = entry(place, written, "call", "read", "caught", "exposure", "what", "clears", "to", "where");
        Model.Source source = source(entry);
        if (entry.has("caught")) {
            entry.names("caught").forEach(name -> set.caught.put(name, source));
            return;
        }
        NameTable<Model> table = entry.has("read") ? set.reads : set.calls;
        entry.names(entry.has("read") ? "read" : "call").forEach(name -> table.add(name, source));
    }

    private void propagator(String place, Object written) {
        Entry entry = entry(place, written, "call", "flow", "where");
        List<Model.Propagator.Flow> flows = new ArrayList<>();
        for (String flow : entry.texts("flow")) {
            if (!flow.equals("none")) {
                String[] ends = flow.split("->");
                if (ends.length != 2) {
                    throw new RuleException(place + ": a flow is 'none' or 'from -> to', not '" + flow + "'");
                }
                flows.add(new Model.Propagator.Flow(Selector.of(ends[0].strip()), Selector.of(ends[1].strip())));
            }
        }
        Model model = new Model.Propagator(List.copyOf(flows), where(entry));
        entry.names("call").forEach(name -> set.calls.add(name, model));
    }

    private void container(String place, Object written) {
        Entry entry = entry(place, written, "create", "as", "from", "call", "effect", "where");
        if (entry.has("create")) {
            Selector from = entry.has("from") ? Selector.of(entry.text("from")) : null;
            Model model = new Model.Create(entry.text("as"), from, where(entry));
            entry.names("create").forEach(name -> set.calls.add(name, model));
        } else {
            Model model = new Model.Effect(one(place, Model.Effect.What.class, entry.text("effect")), where(entry));
            entry.names("call").forEach(name -> set.calls.add(name, model));
        }
    }

    private void sanitizer(String place, Object written) {
        Entry entry =
                entry(place, written, "call", "read", "clears", "keeps", "of", "regex", "with", "literal", "where");
        if (entry.has("regex")) {
            Model replacement = new Model.Replacement(
                    Selector.of(entry.text("regex")),
                    Selector.of(entry.text("with")),
                    entry.flag("literal", false),
                    where(entry));
            entry.names("call").forEach(name -> set.calls.add(name, replacement));
            return;
        }
        Selector of = entry.has("of") ? Selector.of(entry.text("of")) : null;
        Set<String> kinds = entry.has("keeps") ? Set.of(Model.ALL_BUT + entry.text("keeps")) : RuleReader.kinds(entry);
        Model model = new Model.Sanitizer(kinds, of, where(entry));
        NameTable<Model> table = entry.has("read") ? set.reads : set.calls;
        entry.names(entry.has("read") ? "read" : "call").forEach(name -> table.add(name, model));
    }

    private void guard(String place, Object written) {
        Entry entry = entry(
                place,
                written,
                "call",
                "read",
                "annotated",
                "of",
                "when",
                "clears",
                "regex",
                "anchored",
                "behind",
                "part",
                "whole",
                "where",
                "typeof",
                "unequal");
        if (entry.has("unequal")) {
            String of = entry.text("of", "");
            for (String text : entry.texts("unequal")) {
                set.inequalityGuards
                        .computeIfAbsent(RuleSet.unequal(text, of), fresh -> new HashSet<>())
                        .addAll(RuleReader.kinds(entry));
            }
            return;
        }
        if (entry.has("typeof")) {
            set.typeGuards
                    .computeIfAbsent(entry.text("typeof"), fresh -> new HashSet<>())
                    .addAll(RuleReader.kinds(entry));
            return;
        }
        Model.Guard model = new Model.Guard(
                Selector.of(entry.text("of", "receiver")),
                entry.flag("when", true),
                entry.has("regex") ? Set.of() : RuleReader.kinds(entry),
                entry.has("regex") ? Selector.of(entry.text("regex")) : null,
                entry.flag("anchored", false),
                Set.copyOf(entry.texts("behind")),
                entry.flag("part", false),
                entry.flag("whole", false),
                where(entry));
        if (entry.has("annotated")) {
            entry.names("annotated").forEach(name -> set.constraints.add(name, model));
            return;
        }
        NameTable<Model> table = entry.has("read") ? set.reads : set.calls;
        entry.names(entry.has("read") ? "read" : "call").forEach(name -> table.add(name, model));
    }

    private void assertion(String place, Object written) {
        Entry entry = entry(place, written, "call", "of", "where");
        Model model = new Model.Assertion(Selector.of(entry.text("of")), where(entry));
        entry.names("call").forEach(name -> set.calls.add(name, model));
    }

    private void application(String place, Object written) {
        Entry entry = entry(place, written, "call", "function", "from", "lists", "each", "where");
        Model model = new Model.Apply(
                Selector.of(entry.text("function")),
                Integer.parseInt(entry.text("from", "-1")),
                entry.texts("lists").stream().map(Selector::of).toList(),
                entry.flag("each", false),
                where(entry));
        entry.names("call").forEach(name -> set.calls.add(name, model));
    }

    private void decoder(String place, Object written) {
        Entry entry = entry(place, written, "call", "where");
        Model model = new Model.Decoder(where(entry));
        entry.names("call").forEach(name -> set.calls.add(name, model));
    }

    private void fold(String place, Object written) {
        Entry entry = entry(place, written, "call", "as", "value", "where");
        Object value = entry.has("value") ? Conditions.constant(entry.get("value")) : null;
        Model.Fold.As as = one(place, Model.Fold.As.class, value == null ? entry.text("as") : "value");
        Model model = new Model.Fold(as, value, where(entry));
        entry.names("call").forEach(name -> set.calls.add(name, model));
    }

    private void schema(String place, Object written) {
        Entry entry = entry(place, written, "class", "under", "answers", "methods", "annotated");
        Model.Schema schema = new Model.Schema(
                Set.copyOf(entry.texts("under")),
                Set.copyOf(entry.texts("answers")),
                Set.copyOf(entry.texts("methods")),
                Set.copyOf(entry.has("annotated") ? entry.names("annotated") : List.of()));
        entry.names("class").forEach(name -> set.schemas.put(name, schema));
    }

    private void shape(String place, Object written) {
        Entry entry = entry(
                place, written, "call", "schema", "clears", "regex", "members", "each", "open", "data", "says",
                "where");
        Model shape = new Model.Shape(
                Selector.of(entry.text("schema", "receiver")),
                entry.has("clears") ? RuleReader.kinds(entry) : Set.of(),
                selector(entry, "regex"),
                selector(entry, "members"),
                selector(entry, "each"),
                entry.flag("open", false),
                selector(entry, "data"),
                one(place, Model.Shape.Says.class, entry.text("says", "throws")),
                where(entry));
        entry.names("call").forEach(name -> set.calls.add(name, shape));
    }

    private static @Nullable Selector selector(Entry entry, String name) {
        return entry.has(name) ? Selector.of(entry.text(name)) : null;
    }

    private void component(String place, Object written) {
        Entry entry = entry(place, written, "of", "clears");
        Set<String> kinds = RuleReader.kinds(entry);
        entry.names("of").forEach(name -> set.components
                .computeIfAbsent(name, fresh -> new HashSet<>())
                .addAll(kinds));
    }

    private void mark(String place, Object written) {
        Entry entry = entry(place, written, "call", "write", "inherit", "set", "unset", "on", "of", "where");
        if (entry.has("inherit")) {
            Model model = new Model.Inherit(Selector.of(entry.text("of", "receiver")), where(entry));
            entry.names("inherit").forEach(name -> set.calls.add(name, model));
            return;
        }
        Model model = new Model.Mark(
                entry.has("set") ? entry.text("set") : null,
                entry.has("unset") ? entry.text("unset") : null,
                Selector.of(entry.text("on", "receiver")),
                where(entry));
        if (entry.has("write")) {
            entry.names("write").forEach(name -> set.writes.add(name, model));
        } else {
            entry.names("call").forEach(name -> {
                set.calls.add(name, model);
                set.marked.add(name.substring(0, Math.max(0, name.lastIndexOf('.'))));
            });
        }
    }

    static <E extends Enum<E>> E one(String place, Class<E> type, String name) {
        try {
            return Enum.valueOf(type, name.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new RuleException(place + ": '" + name + "' is none of "
                    + List.of(type.getEnumConstants()).toString().toLowerCase(Locale.ROOT));
        }
    }
}
