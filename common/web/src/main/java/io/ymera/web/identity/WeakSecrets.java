package io.ymera.web.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.stream.Collectors;

/** Secrets that stand in public code, which whoever attacks tries first. */
final class WeakSecrets {

    private static final String FILE = "weak-secrets.txt";

    private WeakSecrets() {}

    /** Whether {@code secret} is one of them, with or without blanks around it. */
    static boolean contain(String secret) {
        Set<String> known = all();
        return known.contains(secret) || known.contains(secret.strip());
    }

    /** All of 32 bytes or more. Reads them anew each time, which is once. */
    static Set<String> all() {
        try (InputStream file = WeakSecrets.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is not in this build");
            }
            return new String(file.readAllBytes(), UTF_8).lines().collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
