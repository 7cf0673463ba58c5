package io.ymera.bench.accuracy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The tables of a run. */
final class Tables {

    private Tables() {}

    static List<Table> of(List<Outcome> outcomes) {
        List<Table> tables = new ArrayList<>();
        tables.add(table(
                "All languages", "language", outcomes, outcome -> outcome.pair().language()));
        tables.add(table("Pairs for mending, and pairs held back", "pairs", outcomes, outcome -> "%s, %s"
                .formatted(outcome.pair().language(), outcome.pair().heldBack() ? "held back" : "for mending")));
        Map<String, List<Outcome>> languages =
                group(outcomes, outcome -> outcome.pair().language());
        languages.forEach((language, of) -> {
            tables.add(table(language + ", by weakness", "CWE", of, outcome -> "CWE-%04d"
                    .formatted(outcome.pair().cwe())
                    .replaceFirst("CWE-0+", "CWE-")));
            tables.add(table(language + ", by variant", "variant", of, outcome -> outcome.pair()
                    .variant()));
        });
        return tables;
    }

    private static Table table(String title, String head, List<Outcome> outcomes, Function<Outcome, String> name) {
        Map<String, Tally> rows = new LinkedHashMap<>();
        group(outcomes, name).forEach((key, of) -> rows.put(key, Tally.of(of)));
        rows.put("all", Tally.of(outcomes));
        return new Table(title, head, rows);
    }

    /** By name, numbers in it by their value. */
    private static Map<String, List<Outcome>> group(List<Outcome> outcomes, Function<Outcome, String> name) {
        Map<String, List<Outcome>> groups = new TreeMap<>(
                java.util.Comparator.comparingInt(String::length).thenComparing(java.util.Comparator.naturalOrder()));
        if (outcomes.stream().map(name).noneMatch(each -> each.startsWith("CWE-"))) {
            groups = new TreeMap<>();
        }
        for (Outcome outcome : outcomes) {
            groups.computeIfAbsent(name.apply(outcome), key -> new ArrayList<>())
                    .add(outcome);
        }
        return groups;
    }
}
