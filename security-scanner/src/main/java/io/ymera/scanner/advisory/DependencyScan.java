package io.ymera.scanner.advisory;

import io.ymera.scanner.dependency.Component;
import io.ymera.scanner.dependency.Inventory;
import io.ymera.scanner.dependency.Scope;
import io.ymera.scanner.finding.Finding;
import io.ymera.scanner.finding.Findings;
import io.ymera.scanner.finding.Location;
import io.ymera.scanner.finding.Note;
import io.ymera.scanner.finding.Severity;
import io.ymera.scanner.finding.Step;
import io.ymera.scanner.source.SourceTree;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * {@code dependency_scan}: which components of a code base have known vulnerabilities. Goes in: a {@link SourceTree} (or its {@link Inventory}, if
 * that was already made for an SBOM) and a {@link Job}. Comes out: {@link Findings}, one per component and vulnerability, and the same as
 * {@link Vulnerability} records, from which the SBOM's VEX is made. Deterministic; never throws for what it reads.
 */
public final class DependencyScan {

    /** As findings name it. */
    public static final String SCAN = "dependency_scan";

    private static final Duration FRESH = Duration.ofDays(7);

    private DependencyScan() {}

    /**
     * What to look with.
     *
     * @param now when the scan is asked for, against which the age of the advisories is measured; null if that does not matter
     */
    public record Job(
            Advisories advisories, Uses uses, @Nullable Instant now) {}

    /**
     * What was found.
     *
     * @param vulnerabilities in the order of components, then of ids
     * @param advisoriesOf when the newest advisory of the mirror was changed; null if there is none
     */
    public record Result(
            Inventory inventory,
            Findings findings,
            List<Vulnerability> vulnerabilities,
            @Nullable Instant advisoriesOf) {
        /** Copies the list. */
        public Result {
            vulnerabilities = List.copyOf(vulnerabilities);
        }
    }

    /** Reads the tree and matches. */
    public static Result run(SourceTree tree, Job job) {
        return run(Inventory.of(tree), job);
    }

    /** Matches. */
    public static Result run(Inventory inventory, Job job) {
        List<Component> components = inventory.components();
        Map<PackageName, List<Component>> byName = new LinkedHashMap<>();
        int open = 0;
        for (Component component : components) {
            if (component.version() == null) {
                open++;
            } else {
                PackageName name = new PackageName(
                        component.ecosystem(), component.ecosystem().normal(component.name()));
                byName.computeIfAbsent(name, key -> new ArrayList<>()).add(component);
            }
        }
        Advisories.Answer answer = job.advisories().about(byName.keySet());
        List<Note> notes = new ArrayList<>(inventory.notes());
        notes.addAll(answer.notes());
        if (open > 0) {
            notes.add(new Note(
                    null,
                    "The versions in use of %,d components are not known, so neither are their vulnerabilities"
                            .formatted(open)));
        }
        freshness(answer.newest(), job.now(), notes);
        Reachability reachability = new Reachability(job.uses(), components);
        Map<PackageName, List<Advisory>> advisories = new LinkedHashMap<>();
        for (Advisory advisory : answer.advisories()) {
            advisory.affected().stream().map(Advisory.Affected::name).distinct().forEach(name -> advisories
                    .computeIfAbsent(name, key -> new ArrayList<>())
                    .add(advisory));
        }
        List<Vulnerability> vulnerabilities = new ArrayList<>();
        byName.forEach((name, all) -> {
            for (Component component : all) {
                vulnerabilities.addAll(match(name, component, advisories.getOrDefault(name, List.of()), reachability));
            }
        });
        vulnerabilities.sort(
                Comparator.comparing((Vulnerability one) -> one.component().key())
                        .thenComparing(Vulnerability::id));
        List<Finding> findings =
                vulnerabilities.stream().map(DependencyScan::finding).toList();
        return new Result(inventory, new Findings(findings, notes), vulnerabilities, answer.newest());
    }

    private static void freshness(@Nullable Instant newest, @Nullable Instant now, List<Note> notes) {
        if (newest == null) {
            return;
        }
        if (now != null && newest.isBefore(now.minus(FRESH))) {
            notes.add(new Note(
                    null,
                    "The newest advisory of the mirror is %d days old (%s); what became known since is not found"
                            .formatted(Duration.between(newest, now).toDays(), newest)));
        }
    }

    private static List<Vulnerability> match(
            PackageName name, Component component, List<Advisory> advisories, Reachability reachability) {
        String version = component.version();
        if (version == null || advisories.isEmpty()) {
            return List.of();
        }
        Matching matching = new Matching(name);
        List<Advisory> hits = advisories.stream()
                .filter(advisory -> matching.affects(advisory, version))
                .toList();
        if (hits.isEmpty()) {
            return List.of();
        }
        // Not only those that hit: the version to update to must not bring others. What no version ends is left out of
        // it
        List<Advisory> endable = advisories.stream()
                .filter(one -> one.informational() == null)
                .filter(one -> !hits.contains(one) || matching.fixed(List.of(one), version) != null)
                .toList();
        String fixed = matching.fixed(endable, version);
        List<Vulnerability> found = new ArrayList<>();
        for (List<Advisory> group : Twins.fold(hits)) {
            String least = matching.fixed(group, version);
            String ends = least == null || fixed == null ? least : fixed;
            found.add(vulnerability(component, group, ends, reachability.of(component, group)));
        }
        return found;
    }

    private static Vulnerability vulnerability(
            Component component, List<Advisory> group, @Nullable String fixed, Reachability.Verdict verdict) {
        List<String> names = Twins.names(group);
        List<String> vectors = new ArrayList<>();
        Set<Integer> cwes = new LinkedHashSet<>();
        Set<String> references = new LinkedHashSet<>();
        String summary = "";
        for (Advisory advisory : group) {
            vectors.addAll(advisory.vectors());
            cwes.addAll(advisory.cwes());
            references.addAll(advisory.references());
            summary = summary.isEmpty() ? advisory.summary() : summary;
        }
        OptionalDouble score = Cvss.best(vectors);
        String vector = vectors.stream()
                .filter(one -> score.isPresent() && Cvss.score(one).equals(score))
                .findFirst()
                .orElse(null);
        Vulnerability.Kind kind = group.stream().anyMatch(Advisory::malicious)
                ? Vulnerability.Kind.MALICIOUS
                : group.stream().allMatch(one -> one.informational() != null)
                        ? Vulnerability.Kind.INFORMATIONAL
                        : Vulnerability.Kind.VULNERABLE;
        return new Vulnerability(
                component,
                names.getFirst(),
                names.subList(1, names.size()),
                summary,
                kind,
                severity(kind, component.scope(), score, group, verdict),
                score,
                vector,
                List.copyOf(cwes),
                kind == Vulnerability.Kind.MALICIOUS ? null : fixed,
                kind == Vulnerability.Kind.VULNERABLE
                        ? verdict.analysis()
                        : kind == Vulnerability.Kind.MALICIOUS
                                ? Vulnerability.Analysis.EXPLOITABLE
                                : Vulnerability.Analysis.IN_TRIAGE,
                verdict.detail(),
                verdict.where(),
                List.copyOf(references));
    }

    private static Severity severity(
            Vulnerability.Kind kind,
            Scope scope,
            OptionalDouble score,
            List<Advisory> group,
            Reachability.Verdict verdict) {
        if (kind == Vulnerability.Kind.MALICIOUS) {
            return Severity.CRITICAL;
        }
        if (kind == Vulnerability.Kind.INFORMATIONAL || verdict.analysis() == Vulnerability.Analysis.NOT_AFFECTED) {
            return Severity.LOW;
        }
        Severity severity = score.isPresent() ? Cvss.severity(score.getAsDouble()) : rated(group);
        // What only builds or tests the program is reached by those who write it
        Severity exposed = scope == Scope.DEV || scope == Scope.TEST ? severity.lowered() : severity;
        return verdict.unlikely() ? exposed.lowered() : exposed;
    }

    /** What the database calls it; if it doesn't, neither harmless nor urgent. */
    private static Severity rated(List<Advisory> group) {
        for (Advisory advisory : group) {
            String rated = advisory.rated() == null ? "" : advisory.rated();
            switch (rated) {
                case "CRITICAL" -> {
                    return Severity.CRITICAL;
                }
                case "HIGH", "IMPORTANT" -> {
                    return Severity.HIGH;
                }
                case "LOW" -> {
                    return Severity.LOW;
                }
                default -> {}
            }
        }
        return Severity.MEDIUM;
    }

    private static Finding finding(Vulnerability one) {
        Component component = one.component();
        List<String> path =
                component.paths().isEmpty() ? List.of() : component.paths().getFirst();
        Map<String, String> properties = new TreeMap<>();
        properties.put("purl", component.key());
        properties.put("advisory", one.id());
        properties.put("aliases", String.join(", ", one.aliases()));
        properties.put("scope", component.scope().toString());
        properties.put("direct", Boolean.toString(component.direct()));
        properties.put(
                "paths",
                String.join(
                        "; ",
                        component.paths().stream()
                                .map(way -> String.join(" > ", way))
                                .toList()));
        properties.put("analysis", one.analysis().toString());
        properties.put("analysisDetail", one.detail());
        if (one.score().isPresent()) {
            properties.put("cvss", Double.toString(one.score().getAsDouble()));
        }
        if (one.vector() != null) {
            properties.put("cvssVector", one.vector());
        }
        if (one.fixed() != null) {
            properties.put("fixedVersion", one.fixed());
        }
        if (component.locations().size() > 1) {
            Set<String> also = new TreeSet<>();
            component.locations().forEach(at -> also.add(at.path() + ":" + at.line()));
            properties.put("locations", String.join(", ", also));
        }
        if (!one.references().isEmpty()) {
            properties.put("reference", one.references().getFirst());
        }
        List<Step> flow = new ArrayList<>();
        for (Location use : one.uses()) {
            flow.add(new Step(use, "uses " + component.name()));
        }
        String rule =
                switch (one.kind()) {
                    case VULNERABLE -> "vulnerable-dependency";
                    case MALICIOUS -> "malicious-dependency";
                    case INFORMATIONAL -> "unsound-dependency";
                };
        return new Finding(
                SCAN,
                rule,
                one.kind() == Vulnerability.Kind.MALICIOUS
                        ? List.of(506)
                        : one.cwes().isEmpty() ? List.of(1395) : withGeneral(one.cwes()),
                one.severity(),
                message(one, path),
                fix(one, path),
                component.location(),
                flow,
                component.ecosystem().osv() + " " + component.name() + " " + one.id(),
                properties);
    }

    /** CWE-1395 is to depend on a vulnerable component, whatever its own weakness. */
    private static List<Integer> withGeneral(List<Integer> cwes) {
        List<Integer> all = new ArrayList<>(cwes);
        all.add(1395);
        return all.stream().distinct().toList();
    }

    private static String message(Vulnerability one, List<String> path) {
        StringBuilder text = new StringBuilder(one.component().label());
        if (path.size() > 1) {
            text.append(" (brought by ").append(path.getFirst()).append(')');
        }
        text.append(
                switch (one.kind()) {
                    case VULNERABLE -> " is vulnerable: ";
                    case MALICIOUS -> " is malicious: ";
                    case INFORMATIONAL -> " should not be relied on: ";
                });
        text.append(one.id());
        if (!one.summary().isEmpty()) {
            text.append(", ").append(one.summary());
        }
        return text.toString();
    }

    private static String fix(Vulnerability one, List<String> path) {
        if (one.kind() == Vulnerability.Kind.MALICIOUS) {
            return "Remove it, and treat all secrets of the machines that installed it as known to others.";
        }
        if (one.fixed() == null) {
            return "No version is known that mends it. Replace it, or show that what is vulnerable is not reached.";
        }
        String update = "Update %s to %s or later, which ends all of its known vulnerabilities that have a fix"
                .formatted(one.component().name(), one.fixed());
        return path.size() > 1
                ? "%s: update %s to a version that brings it, or override the version."
                        .formatted(update, path.getFirst())
                : update + ".";
    }
}
