package io.ymera.scanner.report;

import io.ymera.scanner.source.SourceFile;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How comments look in a language, and strings, in which there are none.
 *
 * @param line what begins a comment that ends with the line
 * @param blocks what begins and ends one that may have many lines
 * @param strings what begins and ends a string, the longer ones first; a backslash in it escapes
 */
record CommentSyntax(List<String> line, List<Pair> blocks, List<Quote> strings) {

    /** What is between two marks. */
    record Pair(String begin, String end) {}

    /**
     * Strings in such marks.
     *
     * @param lines whether they may have more than one; others end with the line, closed or not
     */
    record Quote(String mark, boolean lines) {}

    private static final List<Pair> C_BLOCK = List.of(new Pair("/*", "*/"));
    private static final List<Pair> TAG_BLOCK = List.of(new Pair("<!--", "-->"));
    private static final Quote DOUBLE = new Quote("\"", false);
    private static final Quote SINGLE = new Quote("'", false);
    private static final Quote TEXT = new Quote("\"\"\"", true);

    private static final CommentSyntax C = new CommentSyntax(List.of("//"), C_BLOCK, List.of(TEXT, DOUBLE, SINGLE));
    private static final CommentSyntax SCRIPT =
            new CommentSyntax(List.of("//"), C_BLOCK, List.of(DOUBLE, SINGLE, new Quote("`", true)));
    private static final CommentSyntax HASH =
            new CommentSyntax(List.of("#"), List.of(), List.of(TEXT, new Quote("'''", true), DOUBLE, SINGLE));
    private static final CommentSyntax BOTH = new CommentSyntax(List.of("//", "#"), C_BLOCK, List.of(DOUBLE, SINGLE));
    private static final CommentSyntax TAGS = new CommentSyntax(List.of(), TAG_BLOCK, List.of());
    private static final CommentSyntax PAGE = new CommentSyntax(
            List.of(), List.of(TAG_BLOCK.getFirst(), C_BLOCK.getFirst(), new Pair("<%--", "--%>")), List.of());
    private static final CommentSyntax SQL = new CommentSyntax(List.of("--"), C_BLOCK, List.of(DOUBLE, SINGLE));
    private static final CommentSyntax SETTINGS = new CommentSyntax(List.of("#", ";"), List.of(), List.of());

    private static final Map<String, CommentSyntax> BY_EXTENSION = new HashMap<>();

    static {
        add(C, "java kt kts groovy scala c h cc cpp hpp cs swift rs gradle proto");
        add(SCRIPT, "js mjs cjs jsx ts mts cts tsx go css scss less jsonc json5");
        add(HASH, "py pyi pyw rb sh bash zsh yaml yml toml pl r ex exs mk cmake conf env dockerfile gitignore txt");
        add(BOTH, "php tf tfvars hcl");
        add(TAGS, "xml xhtml svg md pom wsdl xsd fxml");
        add(PAGE, "html htm vue svelte jsp jspx ejs hbs");
        add(SQL, "sql lua hs");
        add(SETTINGS, "properties ini cfg");
    }

    private static void add(CommentSyntax syntax, String extensions) {
        for (String extension : List.of(extensions.split(" ", -1))) {
            BY_EXTENSION.put(extension, syntax);
        }
    }

    /** That of a file, or null if it has no comments, as JSON, or we do not know them. */
    static @Nullable CommentSyntax of(SourceFile file) {
        String name = file.name().toLowerCase(Locale.ROOT);
        boolean hash = name.startsWith("dockerfile")
                || name.startsWith("containerfile")
                || name.startsWith(".env")
                || name.equals("makefile")
                || name.equals("gemfile")
                || name.equals("pipfile");
        return hash ? HASH : BY_EXTENSION.get(file.extension());
    }
}
