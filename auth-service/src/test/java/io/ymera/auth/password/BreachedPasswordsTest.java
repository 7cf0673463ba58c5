package io.ymera.auth.password;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BreachedPasswordsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    /** As it is downloaded: counts of all lengths, lines that end with CR LF. */
    static Path file(Path folder, List<String> passwords) throws IOException {
        List<String> lines = IntStream.range(0, passwords.size())
                .mapToObj(i -> sha1(passwords.get(i)) + ":" + (long) Math.pow(7, i % 12))
                .sorted()
                .toList();
        return Files.writeString(folder.resolve("leaked.txt"), String.join("\r\n", lines) + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 1000})
    void findsEachAndNoOther(int count) throws IOException {
        List<String> leaked =
                IntStream.range(0, count).mapToObj(i -> "leaked " + i).toList();
        BreachedPasswords breached = open(file(folder, leaked));

        breached.check();

        for (String password : leaked) {
            assertThat(breached.contains(password)).as(password).isTrue();
            assertThat(breached.contains(password + "!")).as(password).isFalse();
        }
    }

    @Test
    void endsOfLinesAndTheCaseOfDigitsDoNotMatter() throws IOException {
        String lines = Stream.of("one", "two", "three")
                .map(BreachedPasswordsTest::sha1)
                .sorted()
                .map(hash -> hash.toLowerCase(Locale.ROOT) + ":1")
                .reduce((a, b) -> a + "\n" + b)
                .orElseThrow();
        BreachedPasswords breached = open(Files.writeString(folder.resolve("lower"), lines));

        breached.check();

        assertThat(breached.contains("one")).isTrue();
        assertThat(breached.contains("two")).isTrue();
        assertThat(breached.contains("three")).isTrue();
        assertThat(breached.contains("four")).isFalse();
    }

    @Test
    void withoutAFileNothingHasLeaked() throws IOException {
        assertThat(new BreachedPasswords(Optional.empty()).contains("one")).isFalse();
        assertThat(new BreachedPasswords(Optional.of("")).contains("one")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                                              | it is empty
            password                                                        | at byte 0 there is no line
            8846F7EAEE8FB117AD06BDD830B7586C:1                              | at byte 0 there is no line
            5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8                        | at byte 0 there is no line
            """)
    void aFileOfAnotherFormatStopsTheStart(String content, String why) throws IOException {
        Path file = Files.writeString(folder.resolve("wrong"), content);

        assertThat(problems(file)).singleElement().asString().contains("BREACHED_PASSWORDS_FILE", file.toString(), why);
    }

    @Test
    void aFileThatIsNotSortedOrNotThereStopsTheStart() throws IOException {
        String shuffled = IntStream.range(0, 500)
                .mapToObj(i -> sha1("leaked " + i) + ":1\n")
                .reduce("", String::concat);
        Path file = Files.writeString(folder.resolve("shuffled"), shuffled);

        assertThat(problems(file)).singleElement().asString().contains("not sorted");
        assertThat(problems(folder.resolve("nothing"))).hasSize(1);
        assertThat(problems(folder)).hasSize(1);
    }

    @Test
    void aLineThatIsNoneIsNotTakenForAnswer() throws IOException {
        Path file = Files.writeString(folder.resolve("damaged"), "0".repeat(40) + ":1\n" + "x".repeat(500));

        assertThatThrownBy(() -> open(file).contains("one")).isInstanceOf(IOException.class);
    }

    private static List<String> problems(Path file) {
        PasswordConfig good = new PasswordConfig() {
            @Override
            public int threads() {
                return 1;
            }

            @Override
            public int queue() {
                return 1;
            }
        };
        return new PasswordConfigCheck(good, open(file))
                .check().stream().map(error -> error.message()).toList();
    }

    private static BreachedPasswords open(Path file) {
        return new BreachedPasswords(Optional.of(file.toString()));
    }

    static String sha1(String text) {
        try {
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
