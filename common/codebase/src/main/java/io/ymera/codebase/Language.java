package io.ymera.codebase;

import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The languages that can be examined. */
@RegisterForReflection
public enum Language {
    /** CPython 3. */
    PYTHON("Python", Set.of("py")),
    /** Java. */
    JAVA("Java", Set.of("java")),
    /** JavaScript and TypeScript, on Node.js. */
    JAVASCRIPT("JavaScript", Set.of("js", "mjs", "cjs", "jsx", "ts", "mts", "cts", "tsx"));

    private final String title;
    private final Set<String> extensions;

    Language(String title, Set<String> extensions) {
        this.title = title;
        this.extensions = extensions;
    }

    /** The language of a file, by the end of its name. */
    public static Optional<Language> of(String path) {
        String extension = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(language -> language.extensions.contains(extension))
                .findFirst();
    }

    /** For people. */
    public String title() {
        return title;
    }

    /** In lower case, for JSON. */
    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
