package io.ymera.scanner.incremental;

import static org.assertj.core.api.Assertions.assertThat;

import io.ymera.scanner.finding.Findings;
import io.ymera.scanner.secret.SecretScan;
import io.ymera.scanner.source.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets are found as without a cache, and none is ever in one. */
class CleanTest {

    private static final String SECRET = "db_password = \"" + "Hq7vTz" + "92mKpWx4\"\n";

    private final List<String> broken = new ArrayList<>();

    @TempDir
    Path root = Path.of("");

    @TempDir
    Path cache = Path.of("");

    @BeforeEach
    void write_files() throws IOException {
        Files.writeString(root.resolve("a.py"), "nothing = 1\n");
        Files.writeString(root.resolve("b.py"), SECRET);
    }

    @Test
    void finds_the_same_again() throws IOException {
        // When
        Findings first = scan();
        Findings again = scan();

        // Then
        assertThat(first.findings()).hasSize(1);
        assertThat(again).isEqualTo(first).isEqualTo(full());
    }

    @Test
    void finds_what_is_new_in_a_file_that_was_clean_and_what_was_moved() throws IOException {
        // Given
        scan();

        // When
        Files.writeString(root.resolve("a.py"), SECRET);
        Files.move(root.resolve("b.py"), root.resolve("c.py"));

        // Then
        assertThat(scan()).isEqualTo(full());
        assertThat(scan().findings()).hasSize(2);
    }

    @Test
    void looks_at_everything_if_the_cache_is_broken() throws IOException {
        // Given
        scan();
        try (var files = Files.list(cache)) {
            Files.writeString(files.findFirst().orElseThrow(), "broken");
        }

        // When
        Findings found = scan();

        // Then
        assertThat(found).isEqualTo(full());
        assertThat(broken).hasSize(1);
    }

    private Findings full() throws IOException {
        return SecretScan.scan(SourceTree.of(root, 100, 100_000), SecretScan.Options.defaults());
    }

    private Findings scan() throws IOException {
        Clean clean = Clean.of("secret_scan", new CacheFolder(cache, new byte[32], broken::add));
        Findings found = SecretScan.scan(SourceTree.of(root, 100, 100_000), SecretScan.Options.defaults(), clean);
        clean.keep();
        return found;
    }
}
