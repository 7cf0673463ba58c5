package io.ymera.scanner.dependency;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is built from a manifest, or from all that share a lock file.
 *
 * @param path of the lock file, or of the manifest if there is none
 * @param name as its manifest says; the path's folder if it doesn't
 * @param licence its own, as its manifest says
 * @param locked whether there is a lock file
 * @param components in the order of their names and versions
 */
public record Project(
        String path,
        Ecosystem ecosystem,
        String name,
        @Nullable String version,
        @Nullable String licence,
        boolean locked,
        List<Component> components) {

    /** Copies the list. */
    public Project {
        components = List.copyOf(components);
    }
}
