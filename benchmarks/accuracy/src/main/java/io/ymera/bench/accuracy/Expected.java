package io.ymera.bench.accuracy;

import io.ymera.scanner.finding.Finding;
import io.ymera.scanner.finding.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What is to be expected of the files of a folder, as the OWASP Benchmark writes it: lines of {@code test name, category, real vulnerability, cwe},
 * where the name is that of a file without its extension.
 */
final class Expected {

    /**
     * One line.
     *
     * @param real whether it is vulnerable
     */
    record Case(String name, String category, boolean real, int cwe) {}

    private final List<Case> cases;

    private Expected(List<Case> cases) {
        this.cases = cases;
    }

    /** @throws IOException if the file can't be read or a line is none */
    static Expected read(Path file) throws IOException {
        List<Case> cases = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] parts = line.strip().split("\\s*,\\s*");
            if (parts.length < 4 || !parts[3].matches("\\d{1,5}") || !parts[2].matches("(?i)true|false")) {
                throw new IOException(
                        "%s: '%s' is no test name, category, real vulnerability, cwe".formatted(file, line));
            }
            cases.add(new Case(parts[0], parts[1], Boolean.parseBoolean(parts[2]), Integer.parseInt(parts[3])));
        }
        return new Expected(cases);
    }

    List<Case> cases() {
        return cases;
    }

    /** Whether each case is found, in the order of the cases. A finding is in a file if it is there or its data comes through. */
    Map<Case, Boolean> judge(List<Finding> findings) {
        Map<String, Set<Integer>> weaknesses = new HashMap<>();
        for (Finding finding : findings) {
            Stream.concat(
                            Stream.of(finding.location().path()),
                            finding.flow().stream().map(Step::location).map(place -> place.path()))
                    .forEach(path -> weaknesses
                            .computeIfAbsent(stem(path), key -> new HashSet<>())
                            .addAll(finding.cwe()));
        }
        Map<Case, Boolean> found = new LinkedHashMap<>();
        for (Case one : cases) {
            found.put(one, Weaknesses.same(one.cwe(), List.copyOf(weaknesses.getOrDefault(one.name(), Set.of()))));
        }
        return found;
    }

    /** By category. */
    static Table table(Map<Case, Boolean> judged) {
        Map<String, Tally> rows = new TreeMap<>();
        Tally all = new Tally(0, 0, 0, 0, 0);
        for (Map.Entry<Case, Boolean> one : judged.entrySet()) {
            boolean real = one.getKey().real();
            int found = one.getValue() ? 1 : 0;
            Tally tally = real ? new Tally(1, found, 0, 0, 0) : new Tally(0, 0, 1, found, 0);
            rows.merge(one.getKey().category() + " (CWE-" + one.getKey().cwe() + ")", tally, Tally::plus);
            all = all.plus(tally);
        }
        Map<String, Tally> ordered = new LinkedHashMap<>(rows);
        ordered.put("all", all);
        return new Table("Cases that were expected (vulnerable + safe)", "category", ordered);
    }

    private static String stem(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}
