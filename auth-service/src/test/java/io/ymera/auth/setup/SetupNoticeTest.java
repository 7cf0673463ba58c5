package io.ymera.auth.setup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ymera.auth.secret.RandomToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetupNoticeTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    private final RandomToken token = RandomToken.create("yms_");
    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();

    @Test
    void writesAFileThatOnlyItsOwnerReadsAndPrintsWhereItIs() throws IOException {
        Path file = folder.resolve("token");
        // one that was there before and everybody can read
        Files.writeString(file, "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        show(new SetupNotice(Optional.of(file.toString())));

        assertThat(file).hasContent(token.value());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(terminal.toString(UTF_8)).contains(file.toString()).doesNotContain(token.value());
        assertThat(folder).isDirectoryNotContaining(other -> !other.equals(file));
    }

    @Test
    void deletesTheFileWhenItIsOfNoUse() {
        SetupNotice notice = new SetupNotice(Optional.of(folder.resolve("token").toString()));
        show(notice);

        notice.remove();
        notice.remove();

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void withoutAFileItPrints() {
        show(new SetupNotice(Optional.empty()));

        assertThat(terminal.toString(UTF_8)).contains(token.value());
    }

    @Test
    void aFileThatCannotBeWrittenIsToldBeforeTheStart() {
        assertThat(new SetupNotice(Optional.of(folder.resolve("none/token").toString())).check())
                .singleElement()
                .satisfies(error -> assertThat(error.message()).contains("SETUP_TOKEN_FILE", "none/token"));
        assertThat(new SetupNotice(Optional.of(folder.resolve("token").toString())).check())
                .isEmpty();
        assertThat(new SetupNotice(Optional.empty()).check()).isEmpty();
    }

    private void show(SetupNotice notice) {
        notice.show(token, new PrintStream(terminal, true, UTF_8));
    }
}
