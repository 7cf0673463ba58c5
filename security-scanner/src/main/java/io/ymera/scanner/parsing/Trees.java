package io.ymera.scanner.parsing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.treesitter.TSInputEncoding;
import org.treesitter.TSLanguage;
import org.treesitter.TSNode;
import org.treesitter.TSParser;
import org.treesitter.TSSymbolType;
import org.treesitter.TSTree;
import org.treesitter.TSTreeCursor;

/** Parses texts of one language. Not thread-safe: each thread has its own. */
public final class Trees implements AutoCloseable {

    /** About 2 GB of heap: no person writes such a file. */
    private static final int MOST_NODES = 8_000_000;

    /** For one file. Ten megabytes of code take two seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** More open brackets than this are looked at by no one. */
    private static final int DEEPEST = 2_500;

    private final TSLanguage language;
    private final TSParser parser = new TSParser();
    private final String[] kinds;
    private final boolean[] named;
    private final String[] fields;

    /** For a language. */
    public Trees(Grammar grammar) {
        language = grammar.language();
        parser.setLanguage(language);
        int count = language.symbolCount();
        kinds = new String[count];
        named = new boolean[count];
        for (int i = 0; i < count; i++) {
            kinds[i] = language.symbolName(i);
            named[i] = language.symbolType(i) == TSSymbolType.TSSymbolTypeRegular;
        }
        // Fields are counted from 1
        fields = new String[language.fieldCount() + 1];
        for (int i = 1; i < fields.length; i++) {
            fields[i] = language.fieldNameForId(i);
        }
    }

    /**
     * Parses a text, however broken it is.
     *
     * @return its tree; nothing if it is so large or so strange that this would take too much time or memory
     */
    public Optional<Node> parse(String source) {
        if (tooDeep(source)) {
            return Optional.empty();
        }
        byte[] bytes = source.getBytes(StandardCharsets.UTF_8);
        // The parser reports after each hundred steps; code takes less than one step for each byte
        long[] patience = {2_000 + bytes.length / 20};
        // Where it gets slower with every step, only a clock helps
        long late = System.nanoTime() + PATIENCE.toNanos();
        byte[] buffer = new byte[64 * 1024];
        try (TSTree tree = parser.parseWithOptions(
                buffer,
                null,
                (into, offset, point) -> {
                    int length = Math.min(into.length, bytes.length - offset);
                    if (length > 0) {
                        System.arraycopy(bytes, offset, into, 0, length);
                    }
                    return Math.max(length, 0);
                },
                TSInputEncoding.TSInputEncodingUTF8,
                state -> --patience[0] < 0 || System.nanoTime() > late)) {
            if (tree == null) {
                parser.reset();
                return Optional.empty();
            }
            return read(tree, new Node.Text(bytes));
        }
    }

    /**
     * Some grammars' parsers go down for each bracket, on a stack that is not ours to bound: the process would end. What is in strings is counted
     * too; nobody notices.
     */
    private static boolean tooDeep(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '{', '[', '(' -> depth++;
                case '}', ']', ')' -> depth--;
                default -> {}
            }
            if (depth > DEEPEST) {
                return true;
            }
        }
        return false;
    }

    private Optional<Node> read(TSTree tree, Node.Text text) {
        int count = 0;
        Deque<List<Node>> open = new ArrayDeque<>();
        Deque<Node> parents = new ArrayDeque<>();
        open.push(new ArrayList<>(1));
        try (TSTreeCursor cursor = new TSTreeCursor(tree.getRootNode())) {
            boolean more = true;
            while (more) {
                if (++count > MOST_NODES) {
                    return Optional.empty();
                }
                Node node = node(cursor, text);
                open.getFirst().add(node);
                if (cursor.gotoFirstChild()) {
                    parents.push(node);
                    open.push(new ArrayList<>(4));
                    continue;
                }
                while (more && !cursor.gotoNextSibling()) {
                    more = cursor.gotoParent();
                    if (more) {
                        parents.pop().children(Collections.unmodifiableList(open.pop()));
                    }
                }
            }
        }
        return Optional.of(open.getFirst().getFirst());
    }

    private Node node(TSTreeCursor cursor, Node.Text text) {
        TSNode node = cursor.currentNode();
        int symbol = node.getSymbol();
        // The error symbol is the highest 16-bit number, and has no entry
        boolean known = symbol >= 0 && symbol < kinds.length;
        int field = cursor.currentFieldId();
        @Nullable String place = field > 0 && field < fields.length ? fields[field] : null;
        return new Node(
                text,
                known ? kinds[symbol] : "ERROR",
                !known || named[symbol],
                node.getStartByte(),
                node.getEndByte(),
                place);
    }

    /** Frees what the parser holds outside of the heap. */
    @Override
    public void close() {
        parser.close();
        language.close();
    }
}
