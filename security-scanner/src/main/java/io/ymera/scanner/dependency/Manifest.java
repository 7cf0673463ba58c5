package io.ymera.scanner.dependency;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people write: the dependencies that they ask for.
 *
 * @param name of the project; empty if it does not say
 */
record Manifest(
        String path,
        Ecosystem ecosystem,
        String name,
        @Nullable String version,
        @Nullable String licence,
        List<Declared> declared) {

    Manifest {
        declared = List.copyOf(declared);
    }

    /** Its folder with a slash behind it; empty for the root. */
    String folder() {
        return Gathered.folder(path);
    }
}
