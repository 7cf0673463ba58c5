package io.ymera.scanner.incremental;

import io.ymera.scanner.finding.Finding;
import io.ymera.scanner.finding.Location;
import io.ymera.scanner.finding.Note;
import io.ymera.scanner.finding.Step;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Writes what is remembered as bytes: first all texts, each once, then the rest, in which a text is its number. Numbers are written in as few bytes as they
 * need. {@link Reader} is its counterpart.
 */
final class Writer {

    private final Map<String, Integer> texts = new LinkedHashMap<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream(1 << 20);

    static byte[] bytes(Memory memory) {
        Writer writer = new Writer();
        writer.memory(memory);
        return writer.all();
    }

    private byte[] all() {
        ByteArrayOutputStream all = new ByteArrayOutputStream(body.size() * 2);
        number(texts.size(), all);
        for (String text : texts.keySet()) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            number(bytes.length, all);
            all.writeBytes(bytes);
        }
        all.writeBytes(body.toByteArray());
        return all.toByteArray();
    }

    private void memory(Memory memory) {
        all(memory.paths(), this::text);
        map(memory.settings(), this::text);
        all(memory.files(), this::file);
        all(memory.tasks(), this::task);
        flag(memory.whole());
    }

    private void file(FileRecord file) {
        text(file.path());
        text(file.hash());
        all(file.types(), this::text);
        hashes(file.asked());
        text(file.outline().module());
        flag(file.outline().hasBody());
        all(file.outline().types(), this::type);
        all(file.mentions().functions(), this::function);
        all(file.assigned(), this::text);
        flag(file.incomplete());
    }

    private void type(Outline.Type type) {
        text(type.name());
        all(type.supertypes(), this::text);
        all(type.methods(), method -> {
            text(method.name());
            number(method.parameters());
            flag(method.isAbstract());
        });
        all(type.fields(), this::text);
    }

    private void function(Mentions.Function function) {
        all(function.names(), this::text);
        all(function.mentioned(), this::text);
        number((function.source() ? 1 : 0) | (function.check() ? 2 : 0) | (function.small() ? 4 : 0));
    }

    private void task(TaskRecord task) {
        text(task.path());
        number(task.pass());
        all(task.files(), this::text);
        hashes(task.asked());
        map(task.read(), this::text);
        map(task.written(), flows -> all(flows, this::flow));
        all(task.findings(), this::finding);
        all(task.notes(), this::note);
    }

    private void flow(Flow flow) {
        location(flow.origin());
        text(flow.exposure());
        text(flow.what());
        text(flow.path());
        all(flow.cleared(), this::text);
        all(flow.steps(), this::step);
    }

    private void finding(Finding finding) {
        text(finding.scan());
        text(finding.rule());
        all(finding.cwe(), this::number);
        number(finding.severity().ordinal());
        text(finding.message());
        text(finding.fix());
        location(finding.location());
        all(finding.flow(), this::step);
        text(finding.anchor());
        map(finding.properties(), this::text);
    }

    private void note(Note note) {
        flag(note.path() != null);
        text(note.path() == null ? "" : note.path());
        text(note.text());
    }

    private void step(Step step) {
        location(step.location());
        text(step.note());
    }

    private void location(Location location) {
        text(location.path());
        number(location.line());
        number(location.column());
        number(location.endLine());
        number(location.endColumn());
    }

    private void hashes(Hashes hashes) {
        int[] sorted = hashes.sorted();
        number(sorted.length);
        for (int hash : sorted) {
            body.write(hash >>> 24);
            body.write(hash >>> 16);
            body.write(hash >>> 8);
            body.write(hash);
        }
    }

    private <T> void map(Map<String, T> map, Consumer<T> each) {
        number(map.size());
        new TreeMap<>(map).forEach((key, value) -> {
            text(key);
            each.accept(value);
        });
    }

    private <T> void all(Collection<T> all, Consumer<T> each) {
        number(all.size());
        all.forEach(each);
    }

    private void flag(boolean flag) {
        body.write(flag ? 1 : 0);
    }

    private void text(String text) {
        Integer known = texts.putIfAbsent(text, texts.size());
        number(known == null ? texts.size() - 1 : known);
    }

    private void number(int number) {
        number(number, body);
    }

    /** Seven bits in each byte, the lowest first; the highest bit says that there are more. */
    private static void number(int number, ByteArrayOutputStream out) {
        int left = number;
        while ((left & ~0x7f) != 0) {
            out.write(left & 0x7f | 0x80);
            left >>>= 7;
        }
        out.write(left);
    }
}
