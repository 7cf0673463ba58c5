package io.ymera.scanner.report;

import io.ymera.scanner.finding.Location;
import io.ymera.scanner.source.SourceFile;
import io.ymera.scanner.source.SourceTree;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Applies what the code base says about findings that are not wanted. Whatever can't be followed, has expired or is of no use is said in a note: a
 * suppression never works silently and never fails silently.
 */
final class Suppressions {

    private final SourceTree tree;
    private final LocalDate today;
    private final boolean all;
    private final List<ReportNote> notes = new ArrayList<>();

    /**
     * Ready to apply.
     *
     * @param all whether all scans were run to their end; only then is a suppression unused that no finding needs
     */
    Suppressions(SourceTree tree, LocalDate today, boolean all) {
        this.tree = tree;
        this.today = today;
        this.all = all;
    }

    List<ReportNote> notes() {
        return notes;
    }

    List<Reported> apply(List<Reported> findings) {
        List<Reported> result = new ArrayList<>(findings);
        Map<String, Map<Integer, List<Integer>>> byPath = new TreeMap<>();
        for (int i = 0; i < findings.size(); i++) {
            Reported finding = findings.get(i);
            // A finding in an older version of the file stands at lines of that version
            if (!finding.finding().anchor().startsWith("history ")) {
                Location location = finding.finding().location();
                Map<Integer, List<Integer>> lines = byPath.computeIfAbsent(location.path(), path -> new HashMap<>());
                lines.computeIfAbsent(location.line(), line -> new ArrayList<>())
                        .add(i);
                if (location.endLine() != location.line()) {
                    // Formatters put a comment behind the end of what it was written for
                    lines.computeIfAbsent(location.endLine(), line -> new ArrayList<>())
                            .add(i);
                }
            }
        }
        TreeSet<String> paths = new TreeSet<>(all ? tree.paths() : byPath.keySet());
        paths.retainAll(new TreeSet<>(tree.paths()));
        for (String path : paths) {
            tree.read(path)
                    .filter(file -> file.text().contains(Directive.MARK))
                    .ifPresent(file -> inline(file, byPath.getOrDefault(path, Map.of()), result));
        }
        SuppressionFile file = SuppressionFile.read(tree, today, notes);
        file.apply(result);
        if (all) {
            file.unused(notes);
        }
        return result;
    }

    private void inline(SourceFile file, Map<Integer, List<Integer>> byLine, List<Reported> findings) {
        CommentSyntax syntax = CommentSyntax.of(file);
        if (syntax == null) {
            return;
        }
        Comments comments = Comments.of(file.text(), syntax);
        for (Comments.Comment comment : comments.all()) {
            String text = behindMark(comment.text());
            if (text == null) {
                continue;
            }
            Directive directive = Directive.of(text);
            int below = comment.alone() ? comments.below(comment.line()) : comment.line();
            Suppression suppression = new Suppression(
                    Suppression.Kind.INLINE, directive.reason(), directive.until(), file.path(), comment.line());
            if (directive.wrong() != null) {
                note(suppression, directive.wrong() + "; it is not followed");
            } else if (suppression.expired(today)) {
                note(suppression, "expired with " + directive.until());
            } else {
                List<String> idle = new ArrayList<>(directive.rules());
                for (int line : below == comment.line() ? List.of(below) : List.of(comment.line(), below)) {
                    for (int i : byLine.getOrDefault(line, List.of())) {
                        suppress(i, directive, suppression, idle, findings);
                    }
                }
                if (all && !idle.isEmpty()) {
                    note(suppression, "is not needed for " + String.join(", ", idle));
                }
            }
        }
    }

    private static void suppress(
            int position, Directive directive, Suppression suppression, List<String> idle, List<Reported> findings) {
        for (String rule : directive.rules()) {
            if (findings.get(position).isOf(rule)) {
                idle.remove(rule);
                findings.set(position, findings.get(position).with(suppression));
            }
        }
    }

    /** Null if the mark is not there, or part of another word, as where somebody writes about it. */
    private static @Nullable String behindMark(String comment) {
        int mark = comment.indexOf(Directive.MARK);
        if (mark < 0) {
            return null;
        }
        boolean begins = mark == 0 || " \t#/*-".indexOf(comment.charAt(mark - 1)) >= 0;
        String behind = comment.substring(mark + Directive.MARK.length());
        boolean ends = behind.isEmpty() || Character.isWhitespace(behind.charAt(0));
        return begins && ends ? behind : null;
    }

    private void note(Suppression suppression, String what) {
        notes.add(new ReportNote(
                null, suppression.path(), "The suppression in line %d %s".formatted(suppression.line(), what)));
    }
}
