package io.ymera.scanner.taint;

import io.ymera.scanner.finding.Finding;
import io.ymera.scanner.finding.Findings;
import io.ymera.scanner.finding.Note;
import io.ymera.scanner.incremental.Memories;
import io.ymera.scanner.incremental.Memory;
import io.ymera.scanner.ir.FrontEnd;
import io.ymera.scanner.rule.RuleSet;
import io.ymera.scanner.source.SourceFile;
import io.ymera.scanner.source.SourceTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Follows data through the source files of a code base, language by language. */
public final class TaintScan {

    private final Function<String, @Nullable RuleSet> rules;
    private final List<FrontEnd> frontEnds;

    /**
     * One with these rules.
     *
     * @param rules by language
     * @param frontEnds one for each language that is looked at
     */
    public TaintScan(Map<String, RuleSet> rules, List<FrontEnd> frontEnds) {
        this(rules::get, frontEnds);
    }

    /** The same; the rules for a language are asked for, again and again, when something has to be looked at. */
    public TaintScan(Function<String, @Nullable RuleSet> rules, List<FrontEnd> frontEnds) {
        this.rules = rules;
        this.frontEnds = List.copyOf(frontEnds);
    }

    /**
     * Looks at all files that a front end reads. Needs a thread with a large stack: code is nested.
     *
     * @param progress is told how many files have been looked at
     */
    public Findings scan(SourceTree tree, IntConsumer progress) {
        return scan(tree, Memories.NONE, progress).findings();
    }

    /**
     * What came of it.
     *
     * @param files how many there were
     * @param parsed how many of them had to be parsed
     * @param interpreted how often one had to be interpreted
     */
    public record Outcome(Findings findings, int files, int parsed, int interpreted) {}

    /**
     * The same, with what is remembered of the last time.
     *
     * @param memories are asked, and told what to remember
     */
    public Outcome scan(SourceTree tree, Memories memories, IntConsumer progress) {
        List<Finding> findings = new ArrayList<>();
        List<Note> notes = new ArrayList<>();
        Map<String, String> settings = Settings.of(tree);
        Set<String> paths = Set.copyOf(tree.paths());
        int[] counts = new int[4];
        for (FrontEnd frontEnd : frontEnds) {
            String language = frontEnd.language();
            List<SourceFile> files = files(frontEnd, tree);
            Memory before = memories.of(language);
            if (files.isEmpty() && before.files().isEmpty()) {
                continue;
            }
            LanguageScan scan = new LanguageScan(frontEnd, () -> set(language), paths, settings, before);
            Runnable one = () -> progress.accept(++counts[0]);
            LanguageScan.Result result;
            try {
                result = scan.run(files, one);
            } catch (RuntimeException e) {
                if (before == Memory.NONE) {
                    throw e;
                }
                memories.forged(language);
                scan = new LanguageScan(frontEnd, () -> set(language), paths, settings, Memory.NONE);
                result = scan.run(files, one);
            }
            findings.addAll(result.findings().findings());
            notes.addAll(result.findings().notes());
            if (result.memory() != before) {
                memories.keep(language, result.memory());
            }
            counts[1] += files.size();
            counts[2] += scan.parsed();
            counts[3] += scan.interpreted();
        }
        return new Outcome(new Findings(findings, notes), counts[1], counts[2], counts[3]);
    }

    private RuleSet set(String language) {
        RuleSet set = rules.apply(language);
        if (set == null) {
            throw new IllegalStateException("There are no rules for " + language);
        }
        return set;
    }

    private static List<SourceFile> files(FrontEnd frontEnd, SourceTree tree) {
        List<SourceFile> files = new ArrayList<>();
        for (String path : tree.paths()) {
            String extension = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
            if (frontEnd.extensions().contains(extension)) {
                tree.read(path).ifPresent(files::add);
            }
        }
        return files;
    }
}
