package io.ymera.scanner.taint;

import io.ymera.scanner.finding.Finding;
import io.ymera.scanner.finding.Findings;
import io.ymera.scanner.finding.Note;
import io.ymera.scanner.ir.FrontEnd;
import io.ymera.scanner.ir.Names;
import io.ymera.scanner.ir.Unit;
import io.ymera.scanner.rule.RuleSet;
import io.ymera.scanner.source.SourceFile;
import io.ymera.scanner.source.SourceTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;

/** Follows data through the source files of a code base, language by language. */
public final class TaintScan {

    private final Map<String, RuleSet> rules;
    private final List<FrontEnd> frontEnds;

    /**
     * One with these rules.
     *
     * @param rules by language
     * @param frontEnds one for each language that is looked at
     */
    public TaintScan(Map<String, RuleSet> rules, List<FrontEnd> frontEnds) {
        this.rules = rules;
        this.frontEnds = List.copyOf(frontEnds);
    }

    /**
     * Looks at all files that a front end reads. Needs a thread with a large stack: code is nested.
     *
     * @param progress is told how many files have been looked at
     */
    public Findings scan(SourceTree tree, IntConsumer progress) {
        List<Finding> findings = new ArrayList<>();
        List<Note> notes = new ArrayList<>();
        Map<String, String> settings = Settings.of(tree);
        int[] done = {0};
        for (FrontEnd frontEnd : frontEnds) {
            RuleSet set = rules.get(frontEnd.language());
            if (set != null) {
                List<Unit> units = units(frontEnd, set, tree, notes);
                interpret(new Program(units, set, settings), findings, notes, () -> progress.accept(++done[0]));
            }
        }
        return new Findings(findings, notes);
    }

    private static List<Unit> units(FrontEnd frontEnd, RuleSet set, SourceTree tree, List<Note> notes) {
        List<SourceFile> files = new ArrayList<>();
        Set<String> paths = new HashSet<>(tree.paths());
        for (String path : tree.paths()) {
            String extension = path.substring(path.lastIndexOf('.') + 1).toLowerCase(java.util.Locale.ROOT);
            if (frontEnd.extensions().contains(extension)) {
                tree.read(path).ifPresent(files::add);
            }
        }
        Set<String> types = new HashSet<>();
        Names names = new Names() {
            @Override
            public boolean isType(String name) {
                return types.contains(name) || set.isType(name);
            }

            @Override
            public boolean isFile(String path) {
                return paths.contains(path);
            }
        };
        files.forEach(file -> types.addAll(frontEnd.types(file)));
        List<Unit> units = new ArrayList<>();
        for (SourceFile file : files) {
            Unit unit = frontEnd.lower(file, names);
            if (unit.incomplete()) {
                notes.add(
                        new Note(file.path(), "Could not be read completely; what is in the rest of it is not known"));
            }
            units.add(unit);
        }
        return units;
    }

    private static void interpret(Program program, List<Finding> findings, List<Note> notes, Runnable done) {
        FieldFacts facts = new FieldFacts();
        Interpreter interpreter = new Interpreter(program, facts);
        for (Unit unit : program.units()) {
            root(interpreter, unit, notes);
            done.run();
        }
        // What was put into fields in the first pass is found there in the second
        Set<String> owners = facts.fresh();
        if (!owners.isEmpty()) {
            interpreter.secondPass();
            for (Unit unit : program.units()) {
                if (owners.contains(unit.path())
                        || unit.classes().stream().anyMatch(each -> program.withSupertypes(each.name()).stream()
                                .anyMatch(owners::contains))) {
                    root(interpreter, unit, notes);
                }
            }
        }
        findings.addAll(interpreter.reports.all());
    }

    private static void root(Interpreter interpreter, Unit unit, List<Note> notes) {
        try {
            interpreter.root(unit);
        } catch (StackOverflowError e) {
            interpreter.recover();
            notes.add(new Note(unit.path(), "Is nested too deeply to be followed; was looked at in part"));
        }
    }
}
