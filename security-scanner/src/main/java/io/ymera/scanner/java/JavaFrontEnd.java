package io.ymera.scanner.java;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.ymera.scanner.ir.FrontEnd;
import io.ymera.scanner.ir.Names;
import io.ymera.scanner.ir.Unit;
import io.ymera.scanner.parsing.Grammar;
import io.ymera.scanner.parsing.Node;
import io.ymera.scanner.parsing.Trees;
import io.ymera.scanner.source.SourceFile;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Brings a Java file, up to version 25, into the common form. Types get their full names by the file's imports, what {@link Names} knows and what the
 * JDK has; a simple name that none of them knows stays as it is. Never fails; thread-safe.
 */
public final class JavaFrontEnd implements FrontEnd {

    /** A record pattern whose type has a dot, which the grammar does not know: the part in front of the last dot. */
    private static final Pattern QUALIFIED_PATTERN =
            Pattern.compile("\\b(?:case|instanceof)\\s+((?:[A-Z]\\w*\\.)+)[A-Z]\\w*\\s*\\(");

    @Override
    public String language() {
        return "java";
    }

    @Override
    public Set<String> extensions() {
        return Set.of("java");
    }

    @Override
    public Set<String> types(SourceFile file) {
        return TypeScanner.types(file.text());
    }

    @Override
    public Unit lower(SourceFile file, Names names) {
        List<String> lines = file.text().lines().toList();
        Optional<Node> program;
        try (Trees trees = new Trees(Grammar.JAVA)) {
            program = trees.parse(withSimplePatterns(file.text()));
        }
        if (program.isEmpty()) {
            return new Unit(file.path(), language(), "", List.of(), List.of(), lines, true);
        }
        TypeNames types = new TypeNames(program.get(), names);
        FileContext context = new FileContext(types);
        Classes classes = new Classes(context);
        classes.file(program.get(), file.name());
        boolean incomplete = context.incomplete() || isBroken(program.get());
        return new Unit(file.path(), language(), types.packageName(), List.of(), context.classes(), lines, incomplete);
    }

    /** The same text, of the same length, with blanks where a pattern's type is qualified. */
    private static String withSimplePatterns(String text) {
        Matcher matcher = QUALIFIED_PATTERN.matcher(text);
        StringBuilder changed = new StringBuilder(text);
        while (matcher.find()) {
            for (int i = matcher.start(1); i < matcher.end(1); i++) {
                changed.setCharAt(i, ' ');
            }
        }
        return changed.toString();
    }

    /** Whether there is something that could not be parsed, or an empty word that the parser put in to go on. */
    private static boolean isBroken(Node program) {
        Deque<Node> open = new ArrayDeque<>(List.of(program));
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (node.is("ERROR")
                    || node.children().isEmpty()
                            && node != program
                            && node.text().isEmpty()) {
                return true;
            }
            node.children().forEach(open::push);
        }
        return false;
    }
}
