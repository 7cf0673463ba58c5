package io.ymera.scanner.dependency;

import io.ymera.scanner.source.SourceTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Code bases for tests. */
public final class Trees {

    private Trees() {}

    /** One with these files: path, text, path, text … */
    public static SourceTree of(Path root, String... files) {
        try {
            for (int i = 0; i < files.length; i += 2) {
                Path file = root.resolve(files[i]);
                Files.createDirectories(file.getParent());
                Files.writeString(file, files[i + 1]);
            }
            return SourceTree.of(root, 10_000, 50_000_000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of a resource beside a class. */
    public static String resource(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("There is no " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The component of this name. */
    public static Component component(Inventory inventory, String name) {
        return inventory.components().stream()
                .filter(component -> component.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + name + " in " + inventory));
    }
}
