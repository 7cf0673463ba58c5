package io.ymera.scanner.advisory;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;

/** The mirror for tests: small records about well-known vulnerabilities. */
public final class Mirrors {

    private Mirrors() {}

    /** Its folder. */
    public static Path small() {
        URL folder = Mirrors.class.getResource("osv");
        try {
            if (folder == null) {
                throw new IllegalStateException("The mirror is not on the class path");
            }
            return Path.of(folder.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
