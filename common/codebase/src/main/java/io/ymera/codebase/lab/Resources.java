package io.ymera.codebase.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Reads the scripts that lie beside classes and run in the sandbox. */
public final class Resources {

    private Resources() {}

    /** The text of {@code name}, which lies beside {@code neighbour}. */
    public static String text(Class<?> neighbour, String name) {
        try (InputStream stream = Objects.requireNonNull(neighbour.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
