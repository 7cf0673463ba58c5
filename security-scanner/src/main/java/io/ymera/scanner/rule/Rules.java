package io.ymera.scanner.rule;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The models and rules that come with this program, and those of folders that an operator adds. */
public final class Rules {

    private static final String HERE = "/io/ymera/scanner/";

    private Rules() {}

    /**
     * Reads all of them.
     *
     * @param more folders with {@code models} and {@code rules} in them, as here
     * @return by language
     * @throws IOException if a file can't be read
     * @throws RuleException if one is wrong
     */
    public static Map<String, RuleSet> load(List<Path> more) throws IOException {
        return load(more, language -> true);
    }

    /**
     * Those for one language, in less time; what is wrong with those for others, nobody notices.
     *
     * @throws IOException if a file can't be read
     * @throws RuleException if one is wrong
     */
    public static RuleSet load(List<Path> more, String language) throws IOException {
        return Objects.requireNonNull(load(more, language::equals).get(language));
    }

    private static Map<String, RuleSet> load(List<Path> more, Predicate<String> languages) throws IOException {
        RuleReader reader = new RuleReader();
        builtIn(reader, languages);
        for (Path folder : more) {
            add(reader, folder, languages);
        }
        return reader.sets();
    }

    /** They are files of a folder when this is being developed, and in our jar otherwise. */
    private static void builtIn(RuleReader reader, Predicate<String> languages) throws IOException {
        try {
            URI place = Rules.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
            Path code = Path.of(place);
            if (Files.isDirectory(code)) {
                add(reader, code.resolve(HERE.substring(1)), languages);
                return;
            }
            try (FileSystem jar = FileSystems.newFileSystem(code)) {
                add(reader, jar.getPath(HERE), languages);
            }
        } catch (URISyntaxException e) {
            throw new IOException("Our own place is no path: " + e.getMessage(), e);
        }
    }

    private static void add(RuleReader reader, Path folder, Predicate<String> languages) throws IOException {
        for (Path file : yaml(folder.resolve("models"))) {
            String language = language(folder.resolve("models"), file);
            if (language == null || languages.test(language)) {
                reader.models(name(folder, file), language == null ? "common" : language, Files.readString(file));
            }
        }
        Path rules = folder.resolve("rules");
        for (Path file : yaml(rules)) {
            String language = language(rules, file);
            if (language == null || languages.test(language)) {
                reader.rule(name(folder, file), language, Files.readString(file));
            }
        }
    }

    /** The folder in which a file is, or null if it is directly there. */
    private static @Nullable String language(Path folder, Path file) {
        Path below = folder.relativize(file);
        return below.getNameCount() < 2 ? null : below.getName(0).toString();
    }

    private static String name(Path folder, Path file) {
        return folder.relativize(file).toString();
    }

    private static List<Path> yaml(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }
}
