package io.ymera.scanner.licence;

import io.ymera.scanner.dependency.Component;
import io.ymera.scanner.dependency.Ecosystem;
import io.ymera.scanner.dependency.Inventory;
import io.ymera.scanner.dependency.Project;
import io.ymera.scanner.dependency.Scope;
import io.ymera.scanner.finding.Finding;
import io.ymera.scanner.finding.Findings;
import io.ymera.scanner.finding.Location;
import io.ymera.scanner.finding.Note;
import io.ymera.scanner.finding.Severity;
import io.ymera.scanner.source.SourceTree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * {@code license_scan}: under which licences a code base and its components stand, and whether the policy of the {@link Job} allows that. Goes in: a
 * {@link SourceTree}, its {@link Inventory} and the job. Comes out: {@link Findings} on what is denied, to be reviewed, unknown or at odds with the
 * project's own licence, and {@link Licensed} records for all. Deterministic; never throws for what it reads. No legal advice.
 */
public final class LicenceScan {

    /** As findings name it. */
    public static final String SCAN = "license_scan";

    private static final int MOST_FILES = 2000;
    private static final int MOST_NAMED = 10;

    private final SourceTree tree;
    private final Job job;
    private final LicenceTexts texts = new LicenceTexts();
    private final Map<String, Expression> files = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();

    private LicenceScan(SourceTree tree, Job job) {
        this.tree = tree;
        this.job = job;
    }

    /**
     * What to look with.
     *
     * @param known licences by package URL, from whoever may ask a registry; they fill in for what lock files do not say
     */
    public record Job(LicencePolicy policy, Map<String, String> known) {
        /** Copies the map. */
        public Job {
            known = Map.copyOf(known);
        }
    }

    /**
     * A component with its licence.
     *
     * @param expression null if it is not known
     * @param written as it was found; empty if nowhere
     */
    public record Licensed(
            Component component, @Nullable Expression expression, String written, LicencePolicy.Decision decision) {}

    /**
     * What was found.
     *
     * @param own the code base's own licences by the file that says so
     * @param licensed in the order of the components
     */
    public record Result(Findings findings, Map<String, Expression> own, List<Licensed> licensed) {
        /** Copies the collections. */
        public Result {
            own = Collections.unmodifiableMap(new TreeMap<>(own));
            licensed = List.copyOf(licensed);
        }
    }

    /** Reads licence files and decides. */
    public static Result run(SourceTree tree, Inventory inventory, Job job) {
        return new LicenceScan(tree, job).run(inventory);
    }

    private Result run(Inventory inventory) {
        readFiles();
        Map<String, Expression> own = new TreeMap<>();
        files.forEach((path, expression) -> {
            if (!path.startsWith("vendor/") && !path.contains("/vendor/") && !path.contains("third_party/")) {
                own.put(path, expression);
            }
        });
        Map<String, Licensed> all = new LinkedHashMap<>();
        for (Component component : inventory.components()) {
            all.put(component.key(), licensed(component));
        }
        Set<String> sameTerms = new HashSet<>();
        for (Project project : inventory.projects()) {
            project(project).ifPresent(expression -> copyleft(project, expression, all, sameTerms));
        }
        judge(all.values().stream()
                .filter(one -> !sameTerms.contains(one.component().key()))
                .toList());
        unknown(all.values().stream().toList());
        for (Project project : inventory.projects()) {
            project(project).ifPresent(expression -> conflicts(project, expression, all));
        }
        return new Result(new Findings(findings, notes), own, List.copyOf(all.values()));
    }

    /** What a project under copyleft may contain is not denied for being under copyleft, unless the policy names the licence itself. */
    private void copyleft(Project project, Expression own, Map<String, Licensed> all, Set<String> into) {
        boolean strong = own.licences().stream()
                .map(Category::of)
                .anyMatch(one -> one == Category.STRONG_COPYLEFT || one == Category.NETWORK_COPYLEFT);
        for (Component component : project.components()) {
            Licensed one = all.get(component.key());
            Expression theirs = one == null ? null : one.expression();
            boolean copyleft = theirs != null
                    && theirs.licences().stream()
                            .noneMatch(part -> job.policy().ids().containsKey(part.id()))
                    && theirs.licences().stream().map(Category::of).noneMatch(Category.RESTRICTED::equals)
                    && theirs.known();
            if (strong
                    && copyleft
                    && theirs != null
                    && Compatibility.conflict(own, theirs).isEmpty()) {
                into.add(component.key());
            }
        }
    }

    private void readFiles() {
        int count = 0;
        for (String path : tree.paths()) {
            String name = path.substring(path.lastIndexOf('/') + 1).toUpperCase(Locale.ROOT);
            boolean text =
                    !name.contains(".") || name.endsWith(".TXT") || name.endsWith(".MD") || name.endsWith(".RST");
            boolean licence = name.startsWith("LICENSE")
                    || name.startsWith("LICENCE")
                    || name.startsWith("COPYING")
                    || name.startsWith("UNLICENSE");
            if (!licence || !(text || name.startsWith("LICENSE-"))) {
                continue;
            }
            if (++count > MOST_FILES) {
                notes.add(new Note(null, "Only the first %,d licence files were looked at".formatted(MOST_FILES)));
                return;
            }
            tree.read(path).ifPresent(file -> texts.recognise(file.text())
                    .ifPresentOrElse(
                            expression -> files.put(path, expression),
                            () -> notes.add(new Note(path, "This licence is none whose text is known"))));
        }
    }

    private Licensed licensed(Component component) {
        String written = String.join(" OR ", component.licences());
        if (written.isEmpty()) {
            written = job.known().getOrDefault(component.key(), "");
        }
        if (written.isEmpty() && component.ecosystem() == Ecosystem.GO) {
            written = vendored(component);
        }
        Expression expression =
                written.isEmpty() ? null : Expression.of(written).orElse(null);
        return new Licensed(
                component,
                expression,
                written,
                expression == null
                        ? job.policy().categories().getOrDefault(Category.UNKNOWN, LicencePolicy.Decision.REVIEW)
                        : job.policy().of(expression));
    }

    /** Go keeps the licences of what it vendors. */
    private String vendored(Component component) {
        for (Map.Entry<String, Expression> file : files.entrySet()) {
            String folder = file.getKey().substring(0, file.getKey().lastIndexOf('/') + 1);
            if (folder.endsWith("vendor/" + component.name() + "/")) {
                return file.getValue().toString();
            }
        }
        return "";
    }

    private boolean counts(Component component) {
        boolean development = component.scope() == Scope.DEV || component.scope() == Scope.TEST;
        return job.policy().developmentToo() || !development;
    }

    /** One for each licence and what brings it in: a package of ten parts for ten platforms is one question. */
    private void judge(List<Licensed> all) {
        Map<String, List<Licensed>> groups = new LinkedHashMap<>();
        for (Licensed one : all) {
            boolean written = !one.written().isEmpty() || one.expression() != null;
            if (written && one.decision() != LicencePolicy.Decision.ALLOWED && counts(one.component())) {
                String licence = one.expression() == null
                        ? one.written()
                        : one.expression().toString();
                String by = one.component().paths().isEmpty()
                        ? one.component().label()
                        : one.component().paths().getFirst().getFirst();
                groups.computeIfAbsent(licence + "\n" + by, key -> new ArrayList<>())
                        .add(one);
            }
        }
        groups.forEach((key, group) -> judge(key.substring(0, key.indexOf('\n')), group));
    }

    private void judge(String licence, List<Licensed> group) {
        Licensed first = group.getFirst();
        boolean denied = first.decision() == LicencePolicy.Decision.DENIED;
        boolean unread = first.expression() == null;
        String more = group.size() > 1
                ? " and %d more, as in %s,"
                        .formatted(group.size() - 1, group.get(1).component().label())
                : "";
        findings.add(finding(
                denied ? "licence-denied" : unread ? "licence-unknown" : "licence-review",
                denied ? Severity.MEDIUM : Severity.LOW,
                "%s%s%s %s under %s, which %s"
                        .formatted(
                                first.component().label(),
                                way(first.component()),
                                more,
                                group.size() > 1 ? "are" : "is",
                                licence,
                                denied
                                        ? "the policy denies"
                                        : unread ? "is no known licence" : "a person should look at"),
                denied
                        ? "Replace it, come to terms with its authors, or allow the licence in the policy."
                        : "Read the licence, fulfil what it asks for, and put the decision into the policy.",
                first.component(),
                licence));
    }

    /** One for each manifest, since where nothing is written down of licences that holds for all of its components. */
    private void unknown(List<Licensed> all) {
        Map<String, List<Component>> byFile = new TreeMap<>();
        for (Licensed one : all) {
            boolean silent = one.written().isEmpty() && one.decision() != LicencePolicy.Decision.ALLOWED;
            if (silent && counts(one.component())) {
                List<Location> locations = one.component().locations();
                byFile.computeIfAbsent(locations.getLast().path(), key -> new ArrayList<>())
                        .add(one.component());
            }
        }
        byFile.forEach((path, components) -> {
            List<String> names =
                    components.stream().limit(MOST_NAMED).map(Component::label).toList();
            String rest =
                    components.size() > MOST_NAMED ? " and %d more".formatted(components.size() - MOST_NAMED) : "";
            findings.add(Finding.at(
                    SCAN,
                    "licence-unknown",
                    null,
                    Severity.LOW,
                    "The licences of %d components are not written down: %s%s"
                            .formatted(components.size(), String.join(", ", names), rest),
                    "Hand in their licences with the job, or look them up once and put the decisions into the policy.",
                    Location.line(path, 1),
                    "unknown licences"));
        });
    }

    private Optional<Expression> project(Project project) {
        String licence = project.licence();
        if (licence != null) {
            return Expression.of(licence);
        }
        // The licence file beside the manifest, or the one at the root
        String folder = project.path().substring(0, project.path().lastIndexOf('/') + 1);
        for (String place : List.of(folder, "")) {
            List<Expression> here = files.entrySet().stream()
                    .filter(file ->
                            file.getKey().startsWith(place) && file.getKey().indexOf('/', place.length()) < 0)
                    .map(Map.Entry::getValue)
                    .toList();
            if (!here.isEmpty()) {
                return Optional.of(here.size() == 1 ? here.getFirst() : new Expression.Or(here));
            }
        }
        return Optional.empty();
    }

    private void conflicts(Project project, Expression own, Map<String, Licensed> all) {
        for (Component component : project.components()) {
            Licensed one = all.get(component.key());
            Expression theirs = one == null ? null : one.expression();
            if (theirs == null || !counts(component)) {
                continue;
            }
            Compatibility.conflict(own, theirs)
                    .ifPresent(reason -> findings.add(finding(
                            "licence-conflict",
                            Severity.MEDIUM,
                            "%s%s does not go with %s: %s"
                                    .formatted(component.label(), way(component), project.name(), reason),
                            "Replace the component, or change the licence of the project.",
                            component,
                            theirs.toString())));
        }
    }

    private static String way(Component component) {
        List<String> path =
                component.paths().isEmpty() ? List.of() : component.paths().getFirst();
        return path.size() > 1 ? " (brought by " + path.getFirst() + ")" : "";
    }

    private static Finding finding(
            String rule, Severity severity, String message, String fix, Component component, String licence) {
        Map<String, String> properties = new TreeMap<>();
        properties.put("purl", component.key());
        properties.put("licence", licence);
        properties.put("scope", component.scope().toString());
        properties.put(
                "paths",
                String.join(
                        "; ",
                        component.paths().stream()
                                .map(way -> String.join(" > ", way))
                                .toList()));
        return new Finding(
                SCAN,
                rule,
                List.of(),
                severity,
                message,
                fix,
                component.location(),
                List.of(),
                component.ecosystem().osv() + " " + component.name() + " " + licence,
                properties);
    }
}
