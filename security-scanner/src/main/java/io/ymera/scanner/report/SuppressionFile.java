package io.ymera.scanner.report;

import io.ymera.scanner.source.SourceFile;
import io.ymera.scanner.source.SourceTree;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * The suppressions in {@code .ymera/security.yaml} of a code base: a list {@code suppressions} of {@code rule}, {@code path} (a {@link Glob}),
 * {@code fingerprint}, {@code reason} and {@code expires}. A rule or a fingerprint and the reason are required. An entry that is wrong is noted and
 * left out; it does not take the others with it.
 */
final class SuppressionFile {

    static final String PATH = ".ymera/security.yaml";

    private static final Set<String> KNOWN = Set.of("rule", "path", "fingerprint", "reason", "expires");
    private static final int MOST = 2000;
    private static final int LONGEST = 1_000_000;
    private static final int DEEPEST = 50;

    private final List<Entry> entries = new ArrayList<>();
    private final List<ReportNote> notes;
    private final LocalDate today;

    /** One that can be followed. */
    private static final class Entry {
        final int number;
        final @Nullable String rule;
        final @Nullable Glob path;
        final @Nullable String fingerprint;
        final Suppression suppression;
        boolean used;

        Entry(
                int number,
                @Nullable String rule,
                @Nullable Glob path,
                @Nullable String fingerprint,
                Suppression suppression) {
            this.number = number;
            this.rule = rule;
            this.path = path;
            this.fingerprint = fingerprint;
            this.suppression = suppression;
        }

        boolean matches(Reported finding) {
            return (rule == null || finding.isOf(rule))
                    && (path == null
                            || path.matches(finding.finding().location().path()))
                    && (fingerprint == null || finding.fingerprints().anyMatch(fingerprint::equals));
        }
    }

    private SuppressionFile(LocalDate today, List<ReportNote> notes) {
        this.today = today;
        this.notes = notes;
    }

    /** That of a code base; an empty one if it has none. */
    static SuppressionFile read(SourceTree tree, LocalDate today, List<ReportNote> notes) {
        SuppressionFile file = new SuppressionFile(today, notes);
        // Only if it was found on the way down: so it is not reached through a link
        Optional<SourceFile> source = tree.paths().contains(PATH) ? tree.read(PATH) : Optional.empty();
        source.ifPresent(found -> file.parse(found.text()));
        return file;
    }

    /** A reader of YAML follows the nesting with its stack, and takes time by its square. */
    private static boolean readable(String yaml) {
        int depth = 0;
        int indentation = 0;
        boolean begin = true;
        for (int i = 0; i < yaml.length() && i <= LONGEST; i++) {
            char c = yaml.charAt(i);
            depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
            begin = c == '\n' || (begin && (c == ' ' || c == '-' || c == '?'));
            indentation = begin && c != '\n' ? indentation + 1 : 0;
            if (depth > DEEPEST || indentation > DEEPEST) {
                return false;
            }
        }
        return yaml.length() <= LONGEST;
    }

    private void parse(String yaml) {
        if (!readable(yaml)) {
            note("Is too long or nested too deeply, so no suppression in it is followed");
            return;
        }
        LoadSettings settings = LoadSettings.builder()
                .setSchema(new FailsafeSchema())
                .setAllowDuplicateKeys(false)
                .setAllowRecursiveKeys(false)
                .setMaxAliasesForCollections(10)
                .build();
        Object document;
        try {
            document = new Load(settings).loadFromString(yaml);
        } catch (YamlEngineException | StackOverflowError | IllegalArgumentException | ClassCastException e) {
            note("This is no YAML that can be read, so no suppression in it is followed");
            return;
        }
        if (document == null) {
            return;
        }
        if (document instanceof Map<?, ?> map && map.size() == 1 && map.get("suppressions") instanceof List<?> list) {
            for (int i = 0; i < Math.min(list.size(), MOST); i++) {
                entry(i + 1, list.get(i));
            }
            if (list.size() > MOST) {
                note("Of the %,d suppressions, only the first %,d are followed".formatted(list.size(), MOST));
            }
        } else {
            note("Should have a list 'suppressions' and nothing else, so no suppression in it is followed");
        }
    }

    private void entry(int number, @Nullable Object written) {
        try {
            Entry entry = entryOf(number, written);
            if (entry.suppression.expired(today)) {
                note("Suppression %d expired with %s".formatted(number, entry.suppression.expires()));
            } else {
                entries.add(entry);
            }
        } catch (IllegalArgumentException e) {
            note("Suppression %d %s; it is not followed".formatted(number, e.getMessage()));
        }
    }

    private static Entry entryOf(int number, @Nullable Object written) {
        if (!(written instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("is no set of members");
        }
        for (Object key : map.keySet()) {
            if (!(key instanceof String name) || !KNOWN.contains(name)) {
                throw new IllegalArgumentException(
                        "has a member that is none of rule, path, fingerprint, reason and expires");
            }
        }
        String rule = text(map, "rule");
        String path = text(map, "path");
        String fingerprint = text(map, "fingerprint");
        String reason =
                Directive.printable(Optional.ofNullable(text(map, "reason")).orElse(""));
        if (rule == null && fingerprint == null) {
            throw new IllegalArgumentException("needs a rule or a fingerprint");
        }
        if (rule != null && rule.contains("*")) {
            throw new IllegalArgumentException("is for all rules; name those that are meant");
        }
        if (reason.isEmpty()) {
            throw new IllegalArgumentException("has no reason");
        }
        Suppression suppression = new Suppression(Suppression.Kind.FILE, reason, date(text(map, "expires")), PATH, 0);
        return new Entry(number, rule, path == null ? null : new Glob(path), fingerprint, suppression);
    }

    private static @Nullable String text(Map<?, ?> map, String name) {
        Object value = map.get(name);
        if (value == null) {
            return null;
        }
        if (value instanceof String text && !text.isBlank()) {
            return text.strip();
        }
        throw new IllegalArgumentException("has a '" + name + "' that is no text");
    }

    private static @Nullable LocalDate date(@Nullable String written) {
        try {
            return written == null ? null : LocalDate.parse(written);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("has a date that is none; write it as 2027-01-31", e);
        }
    }

    /** What is suppressed already stays as it is, but the entry is of use. */
    void apply(List<Reported> findings) {
        for (int i = 0; i < findings.size(); i++) {
            for (Entry entry : entries) {
                Reported finding = findings.get(i);
                if (entry.matches(finding)) {
                    entry.used = true;
                    findings.set(i, finding.counts() ? finding.with(entry.suppression) : finding);
                }
            }
        }
    }

    /** To be asked when all scans were run. */
    void unused(List<ReportNote> notes) {
        for (Entry entry : entries) {
            if (!entry.used) {
                notes.add(new ReportNote(null, PATH, "Suppression %d is not needed".formatted(entry.number)));
            }
        }
    }

    private void note(String text) {
        notes.add(new ReportNote(null, PATH, text));
    }
}
