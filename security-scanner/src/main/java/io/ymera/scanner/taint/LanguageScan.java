package io.ymera.scanner.taint;

import io.ymera.scanner.finding.Finding;
import io.ymera.scanner.finding.Findings;
import io.ymera.scanner.finding.Note;
import io.ymera.scanner.incremental.Changes;
import io.ymera.scanner.incremental.FileRecord;
import io.ymera.scanner.incremental.ForgedException;
import io.ymera.scanner.incremental.Hashes;
import io.ymera.scanner.incremental.Memory;
import io.ymera.scanner.incremental.Outline;
import io.ymera.scanner.ir.FrontEnd;
import io.ymera.scanner.ir.FunctionDeclaration;
import io.ymera.scanner.ir.Names;
import io.ymera.scanner.ir.Unit;
import io.ymera.scanner.rule.RuleSet;
import io.ymera.scanner.source.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Follows data through the files of one language; what is remembered of another time, and would come out the same, is taken over. */
final class LanguageScan {

    private final FrontEnd frontEnd;
    private final Supplier<RuleSet> rules;
    private final Set<String> paths;
    private final Map<String, String> settings;
    private final Memory before;
    private final Map<String, FileRecord> known = new HashMap<>();
    private final Set<String> types = new HashSet<>();
    private final Map<String, Source> sources = new HashMap<>();
    private final Map<String, Set<String>> declared = new HashMap<>();
    private final Set<String> flipped = new HashSet<>();
    private final List<Lowered> fresh = new ArrayList<>();
    private @Nullable Mentioned mentioned;
    private @Nullable Relevance relevance;
    private @Nullable Program was;
    private int parsed;
    private int interpreted;

    /**
     * One of these files.
     *
     * @param rules are asked for if something has to be looked at again
     * @param paths all of the code base
     * @param before what is remembered
     */
    LanguageScan(
            FrontEnd frontEnd,
            Supplier<RuleSet> rules,
            Set<String> paths,
            Map<String, String> settings,
            Memory before) {
        this.frontEnd = frontEnd;
        this.rules = rules;
        this.paths = paths;
        this.settings = settings;
        this.before = before;
        before.files().forEach(file -> known.put(file.path(), file));
    }

    /**
     * What came of it.
     *
     * @param memory what is to be remembered
     */
    record Result(Findings findings, Memory memory) {}

    /** How many files had to be parsed. */
    int parsed() {
        return parsed;
    }

    /** How often a file was interpreted. */
    int interpreted() {
        return interpreted;
    }

    /**
     * Does it.
     *
     * @param done is told of each file
     */
    Result run(List<SourceFile> files, Runnable done) {
        List<Finding> findings = new ArrayList<>();
        List<Note> notes = new ArrayList<>();
        Memory memory = run(files, findings, notes, done);
        return new Result(new Findings(findings, notes), memory);
    }

    private Memory run(List<SourceFile> files, List<Finding> findings, List<Note> notes, Runnable done) {
        declare(files);
        List<SourceFile> changed = files.stream().filter(file -> !same(file)).toList();
        if (changed.isEmpty()
                && files.size() == before.files().size()
                && settings.equals(before.settings())
                && before.whole()) {
            repeat(findings, notes, done);
            return before.paths().equals(paths)
                    ? before
                    : new Memory(paths, settings, before.files(), before.tasks(), true);
        }
        List<FileRecord> records = files.stream()
                .map(file -> same(file) ? kept(record(file), file) : fresh(file))
                .toList();
        incomplete(records, notes);
        Memory now = new Memory(paths, settings, records, List.of(), false);
        Program program = program(now);
        Relevance relevance = relevance(now);
        fresh.forEach(lowered -> relevance.functions(lowered.record.mentions(), lowered.functions));
        this.relevance = relevance;
        Changes changes = Changes.between(before, now, name -> {
            Program old = was == null ? program(before) : was;
            was = old;
            return List.of(old.ownName(name), program.ownName(name));
        });
        if (changes.mentions()) {
            worth(records, relevance(before), relevance, changes);
        }
        Tasks tasks = new Tasks(program, relevance, before.tasks(), changes);
        tasks.run(notes, done);
        interpreted = tasks.interpreted();
        findings.addAll(tasks.findings());
        return new Memory(paths, settings, records, tasks.records(), tasks.whole());
    }

    private void repeat(List<Finding> findings, List<Note> notes, Runnable done) {
        incomplete(before.files(), notes);
        Reports reports = new Reports();
        before.tasks().forEach(task -> {
            reports.take(task.findings());
            notes.addAll(task.notes());
        });
        findings.addAll(reports.all());
        before.files().forEach(file -> done.run());
    }

    private static void incomplete(List<FileRecord> records, List<Note> notes) {
        records.stream()
                .filter(FileRecord::incomplete)
                .map(record ->
                        new Note(record.path(), "Could not be read completely; what is in the rest of it is not known"))
                .forEach(notes::add);
    }

    /** A file of which another function is worth a look than before is another, for whoever calls it. */
    private void worth(List<FileRecord> records, Relevance old, Relevance now, Changes changes) {
        for (FileRecord record : records) {
            if (known.get(record.path()) == record
                    && !old.worth(record.mentions()).equals(now.worth(record.mentions()))) {
                changes.add(record.path());
            }
        }
    }

    private static Relevance relevance(Memory memory) {
        return new Relevance(memory.files().stream().map(FileRecord::mentions).toList());
    }

    private Program program(Memory memory) {
        List<Source> all = memory.files().stream()
                .map(record -> {
                    Source source = sources.get(record.path());
                    return source != null && source.outline() == record.outline()
                            ? source
                            : new Source(record.path(), record.outline(), () -> {
                                throw new IllegalStateException("Nobody looks into what was");
                            });
                })
                .toList();
        return new Program(all, rules.get(), memory.settings(), Changes.assigned(memory));
    }

    /** Finds out which types there are, and with that, which names mean something else than before. */
    private void declare(List<SourceFile> files) {
        for (SourceFile file : files) {
            FileRecord was = known.get(file.path());
            declared.put(
                    file.path(),
                    was != null && was.hash().equals(file.hash()) ? was.types() : Set.copyOf(frontEnd.types(file)));
        }
        declared.values().forEach(types::addAll);
        Set<String> old = new HashSet<>();
        before.files().forEach(file -> old.addAll(file.types()));
        flipped.addAll(Changes.different(old, types));
        flipped.addAll(Changes.different(before.paths(), paths));
    }

    private boolean same(SourceFile file) {
        FileRecord was = known.get(file.path());
        return was != null && was.hash().equals(file.hash()) && !was.asked().any(flipped);
    }

    private FileRecord record(SourceFile file) {
        return Objects.requireNonNull(known.get(file.path()));
    }

    private FileRecord kept(FileRecord record, SourceFile file) {
        sources.put(record.path(), new Source(record.path(), record.outline(), () -> {
            Lowered lowered = lower(file);
            if (!lowered.record.equals(record)) {
                throw new ForgedException(record.path());
            }
            if (relevance != null) {
                relevance.functions(record.mentions(), lowered.functions);
            }
            return lowered.unit;
        }));
        return record;
    }

    private FileRecord fresh(SourceFile file) {
        Lowered lowered = lower(file);
        FileRecord record = lowered.record;
        sources.put(record.path(), new Source(record.path(), record.outline(), () -> lowered.unit));
        fresh.add(lowered);
        return record;
    }

    private record Lowered(Unit unit, List<FunctionDeclaration> functions, FileRecord record) {}

    private Lowered lower(SourceFile file) {
        parsed++;
        RuleSet set = rules.get();
        Set<String> asked = new HashSet<>();
        Unit unit = frontEnd.lower(file, new Names() {
            @Override
            public boolean isType(String name) {
                asked.add(name);
                return types.contains(name) || set.isType(name);
            }

            @Override
            public boolean isFile(String path) {
                asked.add(path);
                return paths.contains(path);
            }
        });
        if (mentioned == null) {
            mentioned = new Mentioned(set);
        }
        Mentioned.InFile here = mentioned.of(unit);
        FileRecord record = new FileRecord(
                file.path(),
                file.hash(),
                declared.getOrDefault(file.path(), Set.of()),
                Hashes.of(asked),
                Outline.of(unit),
                here.mentions(),
                AssignedMembers.of(unit),
                unit.incomplete());
        return new Lowered(unit, here.functions(), record);
    }
}
