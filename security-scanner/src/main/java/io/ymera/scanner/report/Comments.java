package io.ymera.scanner.report;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The comments of a text, found without parsing it: strings are known, so that what is in them is no comment. One pass, no recursion. Where it is
 * misled, as by a quote in a regular expression, it finds its way again on the next line.
 */
final class Comments {

    /** Around a comment, as in JSX, these do not make code of its line. */
    private static final String NO_CODE = "{}();,";

    /**
     * A line of a comment.
     *
     * @param line from 1
     * @param text without the marks
     * @param alone whether nothing else is in the line
     */
    record Comment(int line, String text, boolean alone) {}

    private final String text;
    private final CommentSyntax syntax;
    private final List<Part> parts = new ArrayList<>();
    private final BitSet code = new BitSet();
    private final BitSet onlyComment = new BitSet();
    private int at;
    private int line = 1;

    private record Part(int line, String text) {}

    private Comments(String text, CommentSyntax syntax) {
        this.text = text;
        this.syntax = syntax;
        read();
        onlyComment.andNot(code);
    }

    static Comments of(String text, CommentSyntax syntax) {
        return new Comments(text, syntax);
    }

    /** By line. */
    List<Comment> all() {
        return parts.stream()
                .map(part -> new Comment(part.line(), part.text(), !code.get(part.line())))
                .toList();
    }

    /** The next line behind this one that is more than a comment. */
    int below(int comment) {
        return onlyComment.nextClearBit(comment + 1);
    }

    private void read() {
        while (at < text.length()) {
            String lineMark = mark(syntax.line());
            CommentSyntax.Pair block = block();
            CommentSyntax.Quote quote = quote();
            if (lineMark != null) {
                int end = endOfLine();
                comment(at + lineMark.length(), end);
                at = end;
            } else if (block != null) {
                skipBlock(block);
            } else if (quote != null) {
                skipString(quote);
            } else {
                char c = text.charAt(at++);
                if (c == '\n') {
                    line++;
                } else if (!Character.isWhitespace(c) && NO_CODE.indexOf(c) < 0) {
                    code.set(line);
                }
            }
        }
    }

    private void comment(int from, int to) {
        parts.add(new Part(line, text.substring(from, to)));
        onlyComment.set(line);
    }

    private void skipBlock(CommentSyntax.Pair block) {
        int from = at + block.begin().length();
        int close = text.indexOf(block.end(), from);
        int end = close < 0 ? text.length() : close;
        at = from;
        while (true) {
            int newLine = text.indexOf('\n', at);
            if (newLine < 0 || newLine >= end) {
                break;
            }
            comment(at, newLine);
            at = newLine + 1;
            line++;
        }
        comment(at, end);
        at = close < 0 ? end : end + block.end().length();
    }

    private void skipString(CommentSyntax.Quote quote) {
        code.set(line);
        at += quote.mark().length();
        while (at < text.length() && !text.startsWith(quote.mark(), at)) {
            char c = text.charAt(at);
            if (c == '\n') {
                if (!quote.lines()) {
                    return;
                }
                line++;
                code.set(line);
            } else if (c == '\\' && at + 1 < text.length() && text.charAt(at + 1) != '\n') {
                at++;
            }
            at++;
        }
        at = Math.min(text.length(), at + quote.mark().length());
    }

    private int endOfLine() {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private @Nullable String mark(List<String> marks) {
        for (String mark : marks) {
            if (text.startsWith(mark, at)) {
                return mark;
            }
        }
        return null;
    }

    private CommentSyntax.@Nullable Pair block() {
        for (CommentSyntax.Pair block : syntax.blocks()) {
            if (text.startsWith(block.begin(), at)) {
                return block;
            }
        }
        return null;
    }

    private CommentSyntax.@Nullable Quote quote() {
        for (CommentSyntax.Quote quote : syntax.strings()) {
            if (text.startsWith(quote.mark(), at)) {
                return quote;
            }
        }
        return null;
    }
}
