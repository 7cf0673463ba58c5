package io.ymera.scanner.report;

import io.ymera.scanner.finding.Note;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a reader of the report should know besides the findings.
 *
 * @param scan which scan says so; null if it is about all
 * @param path of the file that it is about; null if it is about none
 * @param text one sentence
 */
public record ReportNote(@Nullable String scan, @Nullable String path, String text) {

    /** Of the same sentence; a tree may have a million links. */
    private static final int MOST_ALIKE = 50;

    private static final Comparator<ReportNote> ORDER = Comparator.comparing(
                    ReportNote::scan, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(ReportNote::path, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(ReportNote::text);

    static List<ReportNote> of(@Nullable String scan, Collection<Note> notes) {
        return notes.stream()
                .map(note -> new ReportNote(scan, note.path(), note.text()))
                .toList();
    }

    /** Each once, in a fixed order, and of many that say the same only some and how many there are. */
    static List<ReportNote> tidy(Collection<ReportNote> notes) {
        Map<String, Set<ReportNote>> alike = new LinkedHashMap<>();
        notes.stream().sorted(ORDER).forEach(note -> alike.computeIfAbsent(
                        note.scan() + "\n" + note.text(), key -> new LinkedHashSet<>())
                .add(note));
        List<ReportNote> tidy = new ArrayList<>();
        for (Set<ReportNote> group : alike.values()) {
            group.stream().limit(MOST_ALIKE).forEach(tidy::add);
            if (group.size() > MOST_ALIKE) {
                ReportNote first = group.iterator().next();
                tidy.add(new ReportNote(
                        first.scan(),
                        null,
                        "The same is true of %,d more files: %s".formatted(group.size() - MOST_ALIKE, first.text())));
            }
        }
        tidy.sort(ORDER);
        return tidy;
    }
}
