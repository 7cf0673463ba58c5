package io.ymera.scanner.rule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what models say of the parameters of functions that libraries call. */
final class ParameterReader {

    private final RuleSet set;

    ParameterReader(RuleSet set) {
        this.set = set;
    }

    void read(String place, Object written) {
        Entry entry = ModelReader.entry(
                place,
                written,
                "callback",
                "named",
                "annotated",
                "overrides",
                "parameter",
                "typed",
                "beside",
                "within",
                "types",
                "type",
                "of",
                "fits",
                "chain",
                "sources",
                "source",
                "where");
        if (entry.has("parameter") && entry.has("type")) {
            entry.names("parameter").forEach(name -> set.parameterTypes.add(name, entry.text("type")));
            return;
        }
        if (entry.has("parameter")) {
            Model.Source source = source(entry);
            entry.names("parameter").forEach(name -> set.parameters.add(name, source));
            return;
        }
        if (entry.has("typed")) {
            Model.Source source = source(entry);
            entry.names("typed").forEach(type -> set.typed.put(type, source));
            return;
        }
        Map<String, Model.Source> sources = sources(entry);
        List<String> types = entry.texts("types");
        if (entry.has("callback")) {
            Model.Callback callback = new Model.Callback(
                    entry.texts("of").stream().map(Selector::of).toList(),
                    types,
                    sources,
                    fits(entry),
                    ModelReader.one(place, Model.Callback.Chain.class, entry.text("chain", "none")),
                    ModelReader.where(entry));
            entry.names("callback").forEach(name -> set.calls.add(name, callback));
            return;
        }
        Model.Entry model = new Model.Entry(List.of(), types, sources);
        if (entry.has("annotated")) {
            entry.names("annotated").forEach(name -> set.annotated.add(name, model));
        } else if (entry.has("overrides")) {
            entry.names("overrides").forEach(name -> set.overridden.add(name, model));
        } else if (entry.has("beside")) {
            entry.names("beside").forEach(type -> set.beside.put(type, model));
        } else if (entry.has("within")) {
            entry.names("within").forEach(type -> set.within.put(type, model));
        } else {
            named(entry).forEach(names -> set.named.add(new Model.Entry(names, types, sources)));
        }
    }

    private static Map<String, Model.Source> sources(Entry entry) {
        Map<String, Model.Source> sources = new LinkedHashMap<>();
        if (entry.get("sources") instanceof Map<?, ?> map) {
            map.forEach((part, source) -> sources.put(
                    String.valueOf(part),
                    ModelReader.source(ModelReader.entry(entry.place(), source, "exposure", "what", "clears"))));
        }
        return sources;
    }

    private static Model.Source source(Entry entry) {
        return ModelReader.source(ModelReader.entry(entry.place(), entry.get("source"), "exposure", "what", "clears"));
    }

    /** The names of the first parameters, or several lists of such. */
    private static List<List<String>> named(Entry entry) {
        List<Object> written = entry.list("named");
        if (written.isEmpty() || !(written.getFirst() instanceof List<?>)) {
            return List.of(entry.names("named"));
        }
        return written.stream()
                .map(each -> each instanceof List<?> names
                        ? names.stream().map(String::valueOf).toList()
                        : List.of(String.valueOf(each)))
                .toList();
    }

    /** Which members of the first parameter have been held against which schemas. */
    private static Map<String, Selector> fits(Entry entry) {
        Map<String, Selector> fits = new LinkedHashMap<>();
        if (entry.get("fits") instanceof Map<?, ?> map) {
            map.forEach((member, schema) -> fits.put(String.valueOf(member), Selector.of(String.valueOf(schema))));
        }
        return fits;
    }
}
