package io.ymera.codebase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ymera.agent.TaskFailedException;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTreeTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void writes_text_and_bytes_in_folders() throws Exception {
        // When
        SourceTree.write(
                List.of(
                        new SourceFile("pkg/sub/mod.py", "print('ä')\r\n", "utf-8"),
                        new SourceFile("pkg/data.bin", "AAH/", "base64")),
                project());

        // Then
        assertThat(project().resolve("pkg/sub/mod.py")).hasContent("print('ä')\r\n");
        assertThat(project().resolve("pkg/data.bin")).hasBinaryContent(new byte[] {0, 1, (byte) 0xff});
    }

    @Test
    void everybody_may_read_what_was_made_readable_and_links_lead_nowhere() throws Exception {
        // Given
        SourceTree.write(List.of(new SourceFile("a/b.py", "x", "utf-8")), project());
        Path outside = Files.writeString(folder.resolve("outside"), "x");
        Files.setPosixFilePermissions(outside, PosixFilePermissions.fromString("rw-------"));
        Files.createSymbolicLink(project().resolve("a/link"), outside);
        Files.setPosixFilePermissions(project().resolve("a/b.py"), PosixFilePermissions.fromString("-wx------"));
        Files.setPosixFilePermissions(project(), PosixFilePermissions.fromString("rwx------"));

        // When
        SourceTree.makeReadable(new Project(project(), List.of("a/b.py")));

        // Then
        assertThat(rights(project())).isEqualTo("rwxr-xr-x");
        assertThat(rights(project().resolve("a/b.py"))).isEqualTo("rw-r--r--");
        assertThat(rights(outside)).isEqualTo("rw-------");
    }

    private static String rights(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "a/b",
                ".gitignore",
                ".github/x",
                "..a",
                "...",
                "a..b",
                "a/..b/c",
                "-rf",
                "~",
                "~root/x",
                "a b",
                "$(id)",
                "a;b",
                "'",
                "\"",
                "*",
                "C:",
                "con",
                "-",
                "a.",
                " ",
                "%2e%2e"
            })
    void takes_odd_names_that_stay_inside(String path) throws Exception {
        // When
        SourceTree.write(List.of(new SourceFile(path, "x", "utf-8")), project());

        // Then
        assertThat(project().resolve(path)).hasContent("x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/etc/passwd",
                "//x",
                "..",
                "../x",
                "a/../../x",
                "a/..",
                "a/.",
                ".",
                "./a",
                "a//b",
                "a/",
                "a\\b",
                "..\\x",
                "a\0b",
                "a\nb",
                "a\u001bb",
                "a\u007fb"
            })
    void refuses_paths_that_escape_or_are_none(String path) {
        assertThatThrownBy(() -> SourceTree.write(List.of(new SourceFile(path, "x", "utf-8")), project()))
                .isInstanceOfSatisfying(TaskFailedException.class, refused -> {
                    assertThat(refused.failure().code()).isEqualTo("invalid_path");
                    assertThat(refused.failure().retryable()).isFalse();
                });
        assertThat(project()).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/../../x", "/etc/passwd", "a\\b", "a\n", "\n", "a/./b"})
    void the_schemas_pattern_says_the_same(String path) {
        try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
            Validator validator = factory.getValidator();

            assertThat(validator.validateValue(SourceFile.class, "path", path)).isNotEmpty();
            assertThat(validator.validateValue(SourceFile.class, "path", "a/b.py"))
                    .isEmpty();
        }
    }

    @Test
    void the_pattern_is_read_alike_by_re2() {
        com.google.re2j.Pattern pattern = com.google.re2j.Pattern.compile(SourceFile.PATH);

        assertThat(Arrays.asList("a", ".a", "..a", "...", "a/b.py", "ä/ö").stream())
                .allMatch(path -> pattern.matcher(path).matches());
        assertThat(Arrays.asList("", ".", "..", "a/..", "../a", "/a", "a/", "a//b", "a\\b", "a\n", "a\0").stream())
                .noneMatch(path -> pattern.matcher(path).find());
    }

    @Test
    void refuses_the_same_path_twice() {
        refuses("is there twice", "a/b", "a/b");
    }

    @Test
    void refuses_a_file_below_a_file() {
        refuses("is below a path that is a file", "a", "a/b/c");
    }

    @Test
    void refuses_a_file_where_a_folder_is() {
        refuses("is a file and a folder", "a/b", "a");
    }

    @Test
    void refuses_names_that_the_file_system_can_not_hold() {
        refuses("more than 255 bytes", "ä".repeat(128));
        refuses("is not a path", "a/".repeat(200) + "b");
    }

    @Test
    void refuses_content_that_is_no_base64() {
        assertThatThrownBy(() -> SourceTree.write(List.of(new SourceFile("a", "?", "base64")), project()))
                .isInstanceOf(TaskFailedException.class)
                .hasMessageContaining("\"a\" is not valid base64");
    }

    @Test
    void does_not_write_into_a_folder_that_somebody_else_made() throws Exception {
        // Given
        Files.createSymbolicLink(project(), Files.createDirectory(folder.resolve("elsewhere")));

        // When
        assertThatThrownBy(() -> SourceTree.write(List.of(new SourceFile("a", "x", "utf-8")), project()))

                // Then
                .isInstanceOf(FileAlreadyExistsException.class);
    }

    private void refuses(String why, String... paths) {
        Path each = folder.resolve("project-" + paths.length + "-" + Math.abs(paths[0].hashCode()));
        List<SourceFile> files = Arrays.stream(paths)
                .map(path -> new SourceFile(path, "x", "utf-8"))
                .toList();
        assertThatThrownBy(() -> SourceTree.write(files, each))
                .isInstanceOf(TaskFailedException.class)
                .hasMessageContaining(why);
    }

    private Path project() {
        return folder.resolve("project");
    }
}
