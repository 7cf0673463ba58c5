package io.ymera.codebase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import io.ymera.agent.TaskFailedException;
import io.ymera.codebase.lab.LookedFor;
import io.ymera.codebase.lab.QuietAttempt;
import io.ymera.codebase.lab.Workbench;
import io.ymera.codebase.python.Python;
import io.ymera.codebase.python.PythonUnpacker;
import io.ymera.sandbox.Sandbox;
import io.ymera.sandbox.SandboxMode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(PER_CLASS)
@Timeout(120)
class CodeBasesTest {

    private static final int BLOCK = 512;

    private final Sandbox sandbox = Sandbox.create(SandboxMode.AUTO);
    private final CodeBases codeBases =
            new CodeBases(List.of(new PythonUnpacker(new Python(sandbox, new LookedFor()))));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path workspace;

    private record Handed(List<SourceFile> files, @Nullable Archive archive) implements CodeBase {}

    @AfterAll
    void close() {
        sandbox.close();
    }

    @Test
    void lays_files_down() throws Exception {
        // When
        Project project = taken(new Handed(List.of(new SourceFile("src/a.py", "1", "utf-8")), null));

        // Then
        assertThat(project.paths()).containsExactly("src/a.py");
        assertThat(project.folder().resolve("src/a.py")).hasContent("1");
    }

    @Test
    void unpacks_a_zip_and_leaves_out_the_folder_around_all_of_it() throws Exception {
        // When
        Project project =
                taken(zip("calc-1.0/calc.py", "1", "calc-1.0/tests/test_calc.py", "2", "calc-1.0/empty/", ""));

        // Then
        assertThat(project.paths()).containsExactly("calc.py", "tests/test_calc.py");
        assertThat(project.folder().resolve("tests/test_calc.py")).hasContent("2");
    }

    @Test
    void unpacks_a_tar_and_keeps_what_lies_side_by_side() throws Exception {
        // When
        Project project = taken(tar(entry("a.py", '0', ""), entry("b/c.py", '0', "")));

        // Then
        assertThat(project.paths()).containsExactly("a.py", "b/c.py");
    }

    @ParameterizedTest
    @CsvSource({
        "../a.py, leads out of the archive",
        "a/../../b.py, leads out of the archive",
        "/etc/x, absolute path",
        "a\\b, character that no path may have"
    })
    void refuses_names_that_lead_elsewhere(String name, String why) {
        refused(zip(name, "1"), why);
        refused(tar(entry(name, '0', "")), why);
    }

    @ParameterizedTest
    @ValueSource(chars = {'1', '2', '3', '4', '6'})
    void refuses_links_and_devices(char type) {
        refused(tar(entry("project/odd", type, "/etc/passwd")), "\"project/odd\" is");
    }

    @Test
    void refuses_what_is_one_thing_and_another() {
        refused(zip("a", "1", "a/b", "2"), "is a file and a folder");
        refused(zip("a/b", "1", "A/b", "2", "a", "3"), "is a file and a folder");
    }

    @Test
    void refuses_bombs() throws IOException {
        byte[] zeros = new byte[40 << 20];
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("zeros"));
            zip.write(zeros);
        }
        refused(archive("zip", bytes.toByteArray()), "times its size");
        refused(zip("a/".repeat(50) + "b", "1"), "folders deep");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zip", "tar.gz"})
    void refuses_what_is_no_archive(String format) {
        refused(archive(format, "PK\3\4 and then nothing".getBytes(StandardCharsets.UTF_8)), "no valid " + format);
        refused(archive(format, new byte[0]), "no valid " + format);
        refused(new Handed(List.of(), new Archive(format, "%%%")), "base64");
    }

    @Test
    void wants_files_or_an_archive() {
        failed(new Handed(List.of(), null), "invalid_code_base");
        Handed both = new Handed(
                List.of(new SourceFile("a", "1", "utf-8")), zip("a", "1").archive());
        failed(both, "invalid_code_base");
    }

    @Test
    void says_that_nothing_can_unpack() {
        assertThatThrownBy(() -> new CodeBases(List.of()).project(zip("a", "1"), bench()))
                .isInstanceOf(TaskFailedException.class)
                .hasMessageContaining("install python3");
    }

    private Project taken(CodeBase codeBase) throws Exception {
        return codeBases.project(codeBase, bench());
    }

    private Workbench bench() throws IOException {
        return new Workbench(
                sandbox, QuietAttempt.in(Files.createTempDirectory(workspace, "attempt")), Clock.systemUTC());
    }

    private void refused(CodeBase codeBase, String why) {
        assertThat(failed(codeBase, "invalid_archive")).contains(why);
    }

    private String failed(CodeBase codeBase, String code) {
        try {
            taken(codeBase);
        } catch (TaskFailedException e) {
            assertThat(e.failure().code()).as(e.getMessage()).isEqualTo(code);
            assertThat(e.failure().retryable()).isFalse();
            return String.valueOf(e.getMessage());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("It was taken");
    }

    private static Handed archive(String format, byte[] bytes) {
        return new Handed(List.of(), new Archive(format, Base64.getEncoder().encodeToString(bytes)));
    }

    /** Names and contents by turns. */
    private static Handed zip(String... entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < entries.length; i += 2) {
                zip.putNextEntry(new ZipEntry(entries[i]));
                zip.write(entries[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return archive("zip", bytes.toByteArray());
    }

    private static Handed tar(byte[]... entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            for (byte[] entry : entries) {
                gzip.write(entry);
            }
            gzip.write(new byte[2 * BLOCK]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return archive("tar.gz", bytes.toByteArray());
    }

    /** The header (POSIX ustar) of an entry without content. */
    private static byte[] entry(String name, char type, String link) {
        byte[] header = new byte[BLOCK];
        put(header, 0, name);
        put(header, 100, "0000644\0");
        put(header, 108, "0000000\0");
        put(header, 116, "0000000\0");
        put(header, 124, "00000000000\0");
        put(header, 136, "00000000000\0");
        put(header, 148, "        ");
        put(header, 156, String.valueOf(type));
        put(header, 157, link);
        put(header, 257, "ustar\00000");
        int sum = 0;
        for (byte each : header) {
            sum += each & 0xff;
        }
        put(header, 148, "%06o\0 ".formatted(sum));
        return header;
    }

    private static void put(byte[] header, int offset, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, header, offset, bytes.length);
    }
}
