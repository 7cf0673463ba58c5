package io.ymera.scanner.ir;

import io.ymera.scanner.source.SourceFile;
import java.util.Set;

/** Brings one language's files into the common form. Thread-safe. */
public interface FrontEnd {

    /** The language's name, as in {@link Unit#language()} and in rules. */
    String language();

    /** The extensions of its files, in lower case, without the dot. */
    Set<String> extensions();

    /**
     * The full names of the types that a file declares, found without much effort: they are known before the first file is brought into the common
     * form. None where files do not see each other's types without an import.
     */
    default Set<String> types(SourceFile file) {
        return Set.of();
    }

    /**
     * Brings a file into the common form. Never fails: what can't be parsed or is nested too deeply becomes {@link Expression.Unknown} or is left
     * out, and the unit is {@linkplain Unit#incomplete() incomplete}.
     *
     * @param names what is known of names outside of the file
     */
    Unit lower(SourceFile file, Names names);
}
