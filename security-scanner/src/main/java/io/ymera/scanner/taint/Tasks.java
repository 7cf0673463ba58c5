package io.ymera.scanner.taint;

import io.ymera.scanner.finding.Finding;
import io.ymera.scanner.finding.Note;
import io.ymera.scanner.incremental.Changes;
import io.ymera.scanner.incremental.Flow;
import io.ymera.scanner.incremental.Hashes;
import io.ymera.scanner.incremental.Outline;
import io.ymera.scanner.incremental.TaskRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Interprets the files of a program one after the other, twice where data is found in fields. What is remembered of a file's interpretation is taken
 * over if all that it depended on is as it was: the files that it looked into, the names that it looked up, and what those before it have left in fields.
 */
final class Tasks {

    private final Program program;
    private final Changes changes;
    private final FieldFacts facts = new FieldFacts();
    private final Flows flows = new Flows();
    private final Interpreter interpreter;
    private final Map<Integer, Map<String, TaskRecord>> known = Map.of(1, new HashMap<>(), 2, new HashMap<>());
    private final List<TaskRecord> records = new ArrayList<>();
    private int interpreted;
    private boolean whole = true;

    Tasks(Program program, Relevance relevance, List<TaskRecord> before, Changes changes) {
        this.program = program;
        this.changes = changes;
        this.interpreter = new Interpreter(program, relevance, facts);
        if (changes.none() || !changes.loads()) {
            before.forEach(
                    task -> known.getOrDefault(task.pass(), new HashMap<>()).put(task.path(), task));
        }
    }

    /** @param done is told of each file */
    void run(List<Note> notes, Runnable done) {
        for (Source source : program.sources()) {
            task(source, 1, notes);
            done.run();
        }
        // What was put into fields in the first pass is found there in the second
        Set<String> owners = facts.owners();
        if (!owners.isEmpty()) {
            interpreter.secondPass();
            for (Source source : program.sources()) {
                if (owners.contains(source.path())
                        || source.outline().types().stream().anyMatch(each -> keeps(each, owners))) {
                    task(source, 2, notes);
                }
            }
        }
    }

    private boolean keeps(Outline.Type type, Set<String> owners) {
        return program.withSupertypes(type.name()).stream().anyMatch(owners::contains);
    }

    private void task(Source source, int pass, List<Note> notes) {
        TaskRecord before = known.getOrDefault(pass, Map.of()).get(source.path());
        TaskRecord now =
                before != null && !changes.concern(before) && foundTheSame(before) ? before : interpret(source, pass);
        if (now == before) {
            now.written().forEach((key, written) -> facts.put(key, Flows.back(written)));
            interpreter.reports.take(now.findings());
        }
        if (now.notes().isEmpty()) {
            // How deep is too deep is not the same each time
            records.add(now);
        } else {
            whole = false;
        }
        notes.addAll(now.notes());
    }

    private boolean foundTheSame(TaskRecord before) {
        return before.read().entrySet().stream()
                .allMatch(read -> flows.hash(facts.of(read.getKey())).equals(read.getValue()));
    }

    private TaskRecord interpret(Source source, int pass) {
        interpreted++;
        facts.remember();
        program.seen().clear();
        program.seen().file(source.path());
        List<Note> notes = new ArrayList<>();
        try {
            interpreter.root(source.unit());
        } catch (StackOverflowError e) {
            interpreter.recover();
            notes.add(new Note(source.path(), "Is nested too deeply to be followed; was looked at in part"));
        }
        Map<String, String> read = new TreeMap<>();
        facts.read().forEach((key, taints) -> read.put(key, flows.hash(taints)));
        Map<String, List<Flow>> written = new TreeMap<>();
        facts.written().forEach((key, taints) -> written.put(key, Flows.of(taints)));
        return new TaskRecord(
                source.path(),
                pass,
                List.copyOf(program.seen().files()),
                Hashes.of(program.asked()),
                read,
                written,
                interpreter.reports.latest(),
                notes);
    }

    /** How many interpretations there were. */
    int interpreted() {
        return interpreted;
    }

    /** All that was found. */
    List<Finding> findings() {
        return interpreter.reports.all();
    }

    /** Whether {@link #records} are all. */
    boolean whole() {
        return whole;
    }

    /** All that is to be remembered. */
    List<TaskRecord> records() {
        return records;
    }
}
