package io.ymera.scanner.incremental;

import io.ymera.scanner.finding.Finding;
import io.ymera.scanner.finding.Location;
import io.ymera.scanner.finding.Note;
import io.ymera.scanner.finding.Severity;
import io.ymera.scanner.finding.Step;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Reads what {@link Writer} has written. Whatever the bytes are, it ends, and takes no more memory than some multiple of them. */
final class Reader {

    /** For how many room is made before they are there. */
    private static final int MOST_AT_ONCE = 100;

    private final byte[] bytes;
    private final String[] texts;
    private int at;

    private Reader(byte[] bytes) {
        this.bytes = bytes;
        this.texts = new String[count()];
        for (int i = 0; i < texts.length; i++) {
            int length = count();
            texts[i] = new String(bytes, at, length, StandardCharsets.UTF_8);
            at += length;
        }
    }

    /** @throws IllegalArgumentException if these bytes mean nothing */
    static Memory memory(byte[] bytes) {
        try {
            Reader reader = new Reader(bytes);
            Memory memory = reader.memory();
            if (reader.at < bytes.length) {
                throw new IllegalArgumentException("There is something behind the end");
            }
            return memory;
        } catch (IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("It ends too early, or has a number that stands for nothing", e);
        }
    }

    private Memory memory() {
        return new Memory(set(), map(this::text), list(this::file), list(this::task), flag());
    }

    private FileRecord file() {
        return new FileRecord(
                text(),
                text(),
                set(),
                hashes(),
                new Outline(text(), flag(), list(this::type)),
                new Mentions(list(this::function)),
                set(),
                flag());
    }

    private Outline.Type type() {
        return new Outline.Type(
                text(), list(this::text), list(() -> new Outline.Method(text(), number(), flag())), list(this::text));
    }

    private Mentions.Function function() {
        Set<String> names = set();
        Set<String> mentioned = set();
        int flags = number();
        return new Mentions.Function(names, mentioned, (flags & 1) > 0, (flags & 2) > 0, (flags & 4) > 0);
    }

    private TaskRecord task() {
        return new TaskRecord(
                text(),
                number(),
                list(this::text),
                hashes(),
                map(this::text),
                map(() -> list(this::flow)),
                list(this::finding),
                list(this::note));
    }

    private Flow flow() {
        return new Flow(location(), text(), text(), text(), list(this::text), list(this::step));
    }

    private Finding finding() {
        return new Finding(
                text(),
                text(),
                list(this::number),
                Severity.values()[number()],
                text(),
                text(),
                location(),
                list(this::step),
                text(),
                map(this::text));
    }

    private Note note() {
        boolean about = flag();
        String path = text();
        return new Note(about ? path : null, text());
    }

    private Step step() {
        return new Step(location(), text());
    }

    private Location location() {
        return new Location(text(), number(), number(), number(), number());
    }

    private Hashes hashes() {
        int count = count();
        int[] all = new int[count];
        for (int i = 0; i < count; i++) {
            all[i] =
                    bytes[at] << 24 | (bytes[at + 1] & 0xff) << 16 | (bytes[at + 2] & 0xff) << 8 | bytes[at + 3] & 0xff;
            at += 4;
        }
        return Hashes.of(all);
    }

    private Set<String> set() {
        int count = count();
        Set<String> all = LinkedHashSet.newLinkedHashSet(Math.min(count, MOST_AT_ONCE));
        for (int i = 0; i < count; i++) {
            all.add(text());
        }
        return all;
    }

    private <T> List<T> list(Supplier<T> each) {
        int count = count();
        List<T> all = new ArrayList<>(Math.min(count, MOST_AT_ONCE));
        for (int i = 0; i < count; i++) {
            all.add(each.get());
        }
        return all;
    }

    private <T> Map<String, T> map(Supplier<T> each) {
        int count = count();
        Map<String, T> all = LinkedHashMap.newLinkedHashMap(Math.min(count, MOST_AT_ONCE));
        for (int i = 0; i < count; i++) {
            all.put(text(), each.get());
        }
        return all;
    }

    private boolean flag() {
        return bytes[at++] != 0;
    }

    private String text() {
        return texts[number()];
    }

    /** How many there are of something; each takes a byte at least. */
    private int count() {
        int count = number();
        if (count < 0 || count > bytes.length - at) {
            throw new IllegalArgumentException("There can't be so many");
        }
        return count;
    }

    private int number() {
        int number = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            byte next = bytes[at++];
            number |= (next & 0x7f) << shift;
            if (next >= 0) {
                return number;
            }
        }
        throw new IllegalArgumentException("A number has no end");
    }
}
