package io.ymera.scanner.dependency;

import java.util.Optional;
import java.util.Set;

/**
 * What a tool has written down of one resolution.
 *
 * @param governs the names of the manifests that it is made from
 */
record Lock(String path, Ecosystem ecosystem, Set<String> governs, Graph graph, Finder finder) {

    /** Finds what was chosen for a dependency of a manifest. */
    interface Finder {
        /**
         * The id of its node.
         *
         * @param folder of the manifest, relative to that of the lock file, with a slash behind it or empty
         */
        Optional<String> find(String folder, Declared declared);
    }

    String folder() {
        return Gathered.folder(path);
    }
}
