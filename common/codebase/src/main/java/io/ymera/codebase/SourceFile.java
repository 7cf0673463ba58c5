package io.ymera.codebase;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * One file of a project.
 *
 * @param path where it is in the project: relative, segments divided by {@code /}, none of them empty, {@code .} or
 *     {@code ..}, no backslash, no control character
 * @param content what is in it
 * @param encoding {@code utf-8} (the default): the content is the text; {@code base64}: any bytes, RFC 4648
 */
@RegisterForReflection
public record SourceFile(
        @NotNull @Size(min = 1, max = SourceFile.MAX_PATH) @Pattern(regexp = SourceFile.PATH)
        String path,

        @NotNull @Size(max = SourceFile.MAX_CONTENT) String content,
        @Pattern(regexp = "^(?:utf-8|base64)$") String encoding) {

    /** A segment that begins with no dot; with one dot and more; with two dots and more. Readable by RE2 and ECMA 262. */
    private static final String SEGMENT = "(?:[^./\\\\\\x00-\\x1f\\x7f][^/\\\\\\x00-\\x1f\\x7f]*"
            + "|\\.[^./\\\\\\x00-\\x1f\\x7f][^/\\\\\\x00-\\x1f\\x7f]*"
            + "|\\.\\.[^/\\\\\\x00-\\x1f\\x7f]+)";

    static final String PATH = "^" + SEGMENT + "(?:/" + SEGMENT + ")*$";
    static final int MAX_PATH = 400;
    static final int MAX_CONTENT = 14_000_000;
    static final String BASE64 = "base64";
    private static final String UTF_8 = "utf-8";

    /** Fills the default in. */
    public SourceFile {
        encoding = encoding == null ? UTF_8 : encoding;
    }
}
