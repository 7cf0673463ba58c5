package io.ymera.scanner.source;

/**
 * A text file of the code base.
 *
 * @param path from the root, with {@code /}
 * @param text all of it; bytes that are no UTF-8 are U+FFFD
 * @param hash SHA-256 of its bytes, in hexadecimal
 */
public record SourceFile(String path, String text, String hash) {

    /** What is behind the last slash of the path. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** What is behind the last dot of the name, in lower case; empty if there is none. */
    public String extension() {
        String name = name();
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(java.util.Locale.ROOT);
    }
}
