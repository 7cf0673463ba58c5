package io.ymera.examination.analysis;

import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A named part of the code.
 *
 * @param path the file, relative to the code base
 * @param name qualified within the file, for example {@code Parser.parse}
 * @param kind what it is
 * @param line where it begins, from 1
 * @param endLine where it ends
 * @param complexity cyclomatic complexity (McCabe 1976), at least 1; null for what is no function
 * @param exported whether it can be used from outside, so that its documentation is asked for
 * @param documented whether it has documentation in the language's own form (docstring, Javadoc, JSDoc)
 */
@RegisterForReflection
public record CodeUnit(
        String path,
        String name,
        Kind kind,
        int line,
        int endLine,
        @Nullable Integer complexity,
        boolean exported,
        boolean documented) {

    /** What a part of the code is. */
    @RegisterForReflection
    public enum Kind {
        /** A file that can be imported. */
        MODULE,
        /** A class, interface, enum or record. */
        TYPE,
        /** A function, method or constructor. */
        FUNCTION;

        /** In lower case, for JSON. */
        @JsonValue
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
