package io.ymera.scanner.parsing;

import io.ymera.scanner.ir.Span;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A node of a syntax tree, named as in the language's tree-sitter grammar ({@code node-types.json}). Immutable once parsed. */
public final class Node {

    private final Text text;
    private final String type;
    private final boolean named;
    private final int start;
    private final int end;
    private final @Nullable String field;
    private List<Node> children = List.of();

    Node(Text text, String type, boolean named, int start, int end, @Nullable String field) {
        this.text = text;
        this.type = type;
        this.named = named;
        this.start = start;
        this.end = end;
        this.field = field;
    }

    void children(List<Node> all) {
        this.children = all;
    }

    /** Its kind, as in {@code method_invocation}; {@code ERROR} for what could not be parsed. A keyword or sign is its own kind. */
    public String type() {
        return type;
    }

    /** Whether it is of this kind. */
    public boolean is(String kind) {
        return type.equals(kind);
    }

    /** Whether it is more than a keyword or sign. */
    public boolean named() {
        return named;
    }

    /** The name of its place in its parent, as in {@code body}, or null. */
    public @Nullable String field() {
        return field;
    }

    /** All below it, keywords and signs too, in order. */
    public List<Node> children() {
        return children;
    }

    /** Those below it that are more than keywords and signs; comments are left out. */
    public List<Node> parts() {
        return children.stream()
                .filter(child -> child.named && !child.type.endsWith("comment"))
                .toList();
    }

    /** The first below it in this place. */
    public Optional<Node> at(String place) {
        for (Node child : children) {
            if (place.equals(child.field)) {
                return Optional.of(child);
            }
        }
        return Optional.empty();
    }

    /** All below it in this place. */
    public List<Node> allAt(String place) {
        return children.stream().filter(child -> place.equals(child.field)).toList();
    }

    /** The first below it of this kind. */
    public Optional<Node> child(String kind) {
        for (Node child : children) {
            if (child.type.equals(kind)) {
                return Optional.of(child);
            }
        }
        return Optional.empty();
    }

    /** Whether one below it is of this kind, as in {@code async}. */
    public boolean has(String kind) {
        return child(kind).isPresent();
    }

    /** What stands there. */
    public String text() {
        return new String(text.bytes, start, end - start, StandardCharsets.UTF_8);
    }

    /** Where it stands. */
    public Span span() {
        return text.span(start, end);
    }

    /** A kind and what stands there, for people who debug. */
    @Override
    public String toString() {
        return type + " '" + text() + "'";
    }

    /** The bytes of a file, and where its lines begin. */
    static final class Text {
        /** How many bytes lie between two places whose column is known at once; a file may be one line of ten megabytes. */
        private static final int STRIDE = 64;

        private final byte[] bytes;
        private final int[] lines;
        private final int[] units;

        Text(byte[] bytes) {
            this.bytes = bytes;
            int count = 1;
            for (byte b : bytes) {
                if (b == '\n') {
                    count++;
                }
            }
            lines = new int[count];
            units = new int[bytes.length / STRIDE + 1];
            int line = 1;
            int seen = 0;
            for (int i = 0; i < bytes.length; i++) {
                if (i % STRIDE == 0) {
                    units[i / STRIDE] = seen;
                }
                seen += width(bytes[i]);
                if (bytes[i] == '\n') {
                    lines[line++] = i + 1;
                }
            }
        }

        Span span(int start, int end) {
            int first = line(start);
            int last = line(end);
            return new Span(first + 1, column(first, start), last + 1, column(last, end));
        }

        private int line(int offset) {
            int found = Arrays.binarySearch(lines, offset);
            return found >= 0 ? found : -found - 2;
        }

        private int column(int line, int offset) {
            return unit(offset) - unit(lines[line]) + 1;
        }

        /** How many UTF-16 units lie in front of a byte. */
        private int unit(int offset) {
            int from = Math.min(offset, bytes.length - 1) / STRIDE;
            int count = units[Math.max(from, 0)];
            for (int i = from * STRIDE; i < offset; i++) {
                count += width(bytes[i]);
            }
            return count;
        }

        /** The first byte of a character counts for all of it; one of four bytes is two units. */
        private static int width(byte b) {
            int value = b & 0xff;
            if (value >= 0x80 && value < 0xc0) {
                return 0;
            }
            return value >= 0xf0 ? 2 : 1;
        }
    }
}
