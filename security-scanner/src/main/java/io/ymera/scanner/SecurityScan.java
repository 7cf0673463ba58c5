package io.ymera.scanner;

import io.ymera.scanner.finding.Findings;
import io.ymera.scanner.finding.Note;
import io.ymera.scanner.incremental.CacheFolder;
import io.ymera.scanner.incremental.CacheKey;
import io.ymera.scanner.ir.FrontEnd;
import io.ymera.scanner.java.JavaFrontEnd;
import io.ymera.scanner.javascript.JavaScriptFrontEnd;
import io.ymera.scanner.python.PythonFrontEnd;
import io.ymera.scanner.rule.RuleException;
import io.ymera.scanner.rule.RuleSet;
import io.ymera.scanner.rule.Rules;
import io.ymera.scanner.source.SourceTree;
import io.ymera.scanner.taint.TaintScan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code security_scan}: data flow in Java, Python, JavaScript and TypeScript. */
final class SecurityScan implements Scan {

    private final List<FrontEnd> frontEnds =
            List.of(new JavaFrontEnd(), new PythonFrontEnd(), new JavaScriptFrontEnd());
    private Map<String, RuleSet> rules = Map.of();
    private List<Path> rulesOf = List.of();
    private final Map<String, RuleSet> some = new HashMap<>();

    @Override
    public String name() {
        return "security_scan";
    }

    @Override
    public Output run(SourceTree tree, Job job, Progress progress) throws IOException {
        int files = (int) tree.paths().stream().filter(this::read).count();
        List<Path> more = job.options().rules();
        Path folder = job.options().cache();
        if (folder == null || files == 0) {
            return Output.of(new TaintScan(rules(more), frontEnds).scan(tree, done -> progress.at(done, files)));
        }
        some.clear();
        List<Note> notes = new ArrayList<>();
        CacheFolder cache = new CacheFolder(folder, CacheKey.of(more), text -> notes.add(new Note(null, text)));
        TaintScan.Outcome outcome = new TaintScan(language -> rules(language, cache, more), frontEnds)
                .scan(tree, cache, done -> progress.at(done, files));
        notes.addAll(0, outcome.findings().notes());
        return new Output(
                new Findings(outcome.findings().findings(), notes),
                Map.of("reuse", ResultJson.mapper().valueToTree(reuse(outcome))));
    }

    /** What was done, and what was not done again. */
    private record Reuse(int files, int parsed, int interpreted) {}

    private static Reuse reuse(TaintScan.Outcome outcome) {
        return new Reuse(outcome.files(), outcome.parsed(), outcome.interpreted());
    }

    /** All, and whether they can be read, unless that is known: then only those that are needed. */
    private @Nullable RuleSet rules(String language, CacheFolder cache, List<Path> more) {
        try {
            if (!cache.knew(language) || !rules.isEmpty()) {
                return rules(more).get(language);
            }
            RuleSet set = some.get(language);
            if (set == null) {
                set = Rules.load(more, language);
                some.put(language, set);
            }
            return set;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean read(String path) {
        String extension = path.substring(path.lastIndexOf('.') + 1).toLowerCase(java.util.Locale.ROOT);
        return frontEnds.stream().anyMatch(frontEnd -> frontEnd.extensions().contains(extension));
    }

    /** They take longer to read than a small code base to scan. */
    private Map<String, RuleSet> rules(List<Path> more) throws IOException {
        if (rules.isEmpty() || !rulesOf.equals(more)) {
            try {
                rules = Rules.load(more);
                rulesOf = more;
            } catch (RuleException e) {
                throw new BadJobException("A rule can't be read: " + e.getMessage());
            }
        }
        return rules;
    }
}
