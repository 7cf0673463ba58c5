package io.ymera.security.adapter;

import io.ymera.sandbox.Mount;
import java.util.List;

/** What programs read, where it is. */
final class Mounts {

    private Mounts() {}

    static List<Mount> of(InstalledProgram program) {
        return program.readOnly().stream().map(Mount::new).toList();
    }
}
