package io.ymera.scanner.report;

import static io.ymera.scanner.report.Sarif.map;

import io.ymera.scanner.finding.Finding;
import io.ymera.scanner.finding.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The rules of a run and the weaknesses that they are about, as far as there are results of them. */
final class SarifRules {

    private static final int MOST_FIXES = 5;

    private final List<String> ids;
    private final Map<String, List<Finding>> byRule;
    private final List<Integer> weaknesses;

    private SarifRules(Map<String, List<Finding>> byRule) {
        this.byRule = byRule;
        this.ids = List.copyOf(byRule.keySet());
        Set<Integer> numbers = new TreeSet<>();
        byRule.values().forEach(findings -> findings.forEach(finding -> numbers.addAll(finding.cwe())));
        this.weaknesses = List.copyOf(numbers);
    }

    static SarifRules of(List<Finding> findings) {
        Map<String, List<Finding>> byRule = new TreeMap<>();
        findings.forEach(finding -> byRule.computeIfAbsent(finding.rule(), rule -> new ArrayList<>())
                .add(finding));
        return new SarifRules(byRule);
    }

    int index(String rule) {
        return ids.indexOf(rule);
    }

    /** Their numbers in CWE. */
    List<Integer> weaknesses() {
        return weaknesses;
    }

    List<Object> descriptors() {
        return ids.stream()
                .map(rule -> descriptor(rule, byRule.getOrDefault(rule, List.of())))
                .toList();
    }

    private Object descriptor(String rule, List<Finding> findings) {
        Severity worst = findings.stream()
                .map(Finding::severity)
                .min(Comparator.naturalOrder())
                .orElse(Severity.LOW);
        Set<Integer> cwes = new TreeSet<>();
        Set<String> fixes = new TreeSet<>();
        findings.forEach(finding -> {
            cwes.addAll(finding.cwe());
            fixes.add(finding.fix());
        });
        List<String> tags = new ArrayList<>(List.of("security"));
        cwes.forEach(cwe -> tags.add(String.format(Locale.ROOT, "external/cwe/cwe-%03d", cwe)));
        String help = String.join("\n\n", fixes.stream().limit(MOST_FIXES).toList());
        return map(
                "id",
                rule,
                "name",
                name(rule),
                "shortDescription",
                Sarif.message(title(rule)),
                "fullDescription",
                Sarif.message(title(rule) + ". " + weaknessesOf(cwes)),
                "help",
                help.isBlank() ? null : Sarif.message(help),
                "helpUri",
                // The first is the most exact
                findings.stream()
                        .flatMap(finding -> finding.cwe().stream().limit(1))
                        .findFirst()
                        .map(Sarif::page)
                        .orElse(null),
                "defaultConfiguration",
                map("level", Sarif.level(worst)),
                "relationships",
                cwes.isEmpty()
                        ? null
                        : cwes.stream()
                                .map(cwe -> map("target", reference(cwe), "kinds", List.of("superset")))
                                .toList(),
                "properties",
                map(
                        "tags",
                        tags,
                        "problem.severity",
                        worst == Severity.LOW ? "recommendation" : worst == Severity.MEDIUM ? "warning" : "error",
                        "security-severity",
                        Sarif.securitySeverity(worst)));
    }

    /** A weakness of CWE, the run's first and only taxonomy. */
    Map<String, Object> reference(int cwe) {
        return map(
                "id",
                Integer.toString(cwe),
                "index",
                weaknesses.indexOf(cwe),
                "toolComponent",
                map("name", "CWE", "index", 0));
    }

    private static String weaknessesOf(Set<Integer> cwes) {
        return cwes.isEmpty()
                ? ""
                : String.join(", ", cwes.stream().map(cwe -> "CWE-" + cwe).toList()) + ".";
    }

    /** In Pascal case, as SARIF wants it. */
    private static String name(String rule) {
        StringBuilder name = new StringBuilder();
        boolean upper = true;
        for (int i = 0; i < rule.length(); i++) {
            char c = rule.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                name.append(upper ? Character.toUpperCase(c) : c);
                upper = false;
            } else {
                upper = true;
            }
        }
        return name.toString();
    }

    private static String title(String rule) {
        String words = rule.replace('-', ' ');
        return words.isEmpty() ? rule : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
