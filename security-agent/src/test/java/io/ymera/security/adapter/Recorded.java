package io.ymera.security.adapter;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Logs as tools write them, see their README. */
final class Recorded {

    private Recorded() {}

    static String log(String tool) throws IOException {
        try (InputStream log =
                Objects.requireNonNull(Recorded.class.getResourceAsStream("/sarif/" + tool + ".sarif"))) {
            return new String(log.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
