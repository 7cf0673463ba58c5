package io.ymera.examination.truth;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.ymera.codebase.Language;
import io.ymera.codebase.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A public library, as {@code src/test/fixtures/fetch} brought it. */
record Library(Language language, String name) {

    private static final Path FIXTURES = Path.of("target", "fixtures").toAbsolutePath();

    /** Those that are there by now. */
    static Stream<Library> all(Language language) {
        Path folder = FIXTURES.resolve(language.toString());
        assumeTrue(Files.isDirectory(folder), "no fixtures: run examination-agent/src/test/fixtures/fetch");
        try (Stream<Path> libraries = Files.list(folder)) {
            return libraries
                    .map(library -> library.getFileName().toString())
                    .filter(name -> !name.endsWith(".new"))
                    .sorted()
                    .toList()
                    .stream()
                    .map(name -> new Library(language, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder() {
        return FIXTURES.resolve(language.toString()).resolve(name);
    }

    Project project() throws IOException {
        try (Stream<Path> files = Files.walk(folder())) {
            List<String> paths = files.filter(Files::isRegularFile)
                    .map(file -> folder().relativize(file).toString())
                    .toList();
            return new Project(folder(), paths);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
