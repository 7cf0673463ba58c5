package io.ymera.auth.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.contracts.problem.Violation;
import io.ymera.web.problem.ApiException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    private static final List<String> ADA = List.of("ada.lovelace", "countess@lovelace.example", "Ada King");

    private record Config(int threads, int queue) implements PasswordConfig {}

    private final Passwords passwords = new Passwords(new Config(1, 10), new SimpleMeterRegistry());
    private final CommonPasswords common = new CommonPasswords();
    private final PasswordRules rules = rules(Optional.empty());

    private PasswordRules rules(Optional<String> breached) {
        return new PasswordRules(passwords, common, new BreachedPasswords(breached));
    }

    @AfterEach
    void stop() {
        passwords.stop();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a difference engine",
                "correct horse battery staple",
                "twelve chars",
                "cold mother tongue",
                "pass-6e3f0f0c-28ba-4fc4-a2f8-a2f8e5f3c0d1",
                "9f86d081884c7d659a2feaa0c55ad015",
                "8203 4471 9201 7",
                "820344719201234",
                "日本語のパスワードは長い方がよい",
                "🦊🐢🦉🐍🦋🐝🐙🦀🐳🦜🐌🦔",
                "ada wrote the first program",
                "password-of-lovelace1",
                "<script>alert(1)</script>",
                "'; drop table users; --",
            })
    void takesWhatIsLongAndNotTriedFirst(String password) {
        rules.check("/password", password, ADA).await().indefinitely();
    }

    @Test
    void countsCharactersAsPeopleDo() {
        // Given characters of two chars each, and an accent that is typed as a character of its own
        String eleven = "🦊🐢🦉🐍🦋🐝🐙🦀🐳🦜🐌";
        String elevenComposed = "differe\u0301nc\u0327ex";

        assertRefused(eleven, "must have 12 to 1024 characters");
        assertRefused(elevenComposed, "must have 12 to 1024 characters");
        rules.check("/password", "🦊🐢🦉".repeat(2) + "x" + "🦔🐝".repeat(505), ADA)
                .await()
                .indefinitely();
        assertRefused("🦊🐢🦉🐍x".repeat(205), "must have 12 to 1024 characters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a difference\tengine",
                "a difference\u0000engine",
                "a difference \u0085engine",
                "a difference \ud83e"
            })
    void refusesControlCharacters(String password) {
        assertRefused(password, "must not have control characters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada.lovelace",
                "ADA.LOVELACE",
                "AdaLovelace1815",
                "4d4.l0v3l4c3!!",
                "lovelaceAda!",
                "countess@lovelace.example",
                "countess-lovelace",
                "Ada King Ada King",
                "ymera-ymera-1",
                "ymera-password-2026"
            })
    void refusesTheUsersOwnNamesAndTheProducts(String password) {
        assertRefused(password, "must not be made of your name, your e-mail address or the name of this platform");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aaaaaaaaaaaaaa",
                "121212121212",
                "abcabcabcabc",
                "abcdefghijklm",
                "ZYXWVUTSRQPO",
                "123456789012",
                "098765432109",
                "qwertyuiopasdf",
                "qwertzuiop12345",
                "aaaaaabbbbbb",
                "            ",
                "monkeymonkey",
                "passwordpassword1",
                "Secret1!Secret1!",
                "🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊"
            })
    void refusesSequencesAndRepetitions(String password) {
        assertRefused(password, "must not be a simple sequence, or one thing over and over");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "leavemealone",
                "LeaveMeAlone",
                "leavemealone1!",
                "L3avem3al0n3",
                "leavemeal0n3!!",
                "!!leavemealone",
                "Password2026!",
                "P@ssw0rd-2026",
                "__dragon2026__",
                "1qaz2wsx3edc",
                "1qaz2wsx3edc!",
                "Summer 2026 !!",
                "5412334324427!"
            })
    void refusesCommonOnesHoweverDecorated(String password) {
        assertThatThrownBy(() -> rules.check("/password", password, ADA).await().indefinitely())
                .isInstanceOfSatisfying(ApiException.class, e -> assertThat(
                                e.violations().getFirst().message())
                        .startsWith("must not be a common password"));
    }

    @Test
    void refusesEveryCommonOneThatIsLongEnough() {
        List<String> longEnough =
                common.all().stream().filter(each -> each.length() >= 12).toList();

        assertThat(longEnough).hasSizeGreaterThan(200).allSatisfy(each -> {
            assertThatThrownBy(() -> rules.check("/p", each, List.of()).await().indefinitely())
                    .isInstanceOf(ApiException.class);
            assertThatThrownBy(() -> rules.check("/p", each.toUpperCase(Locale.ROOT) + "7!", List.of())
                            .await()
                            .indefinitely())
                    .isInstanceOf(ApiException.class);
        });
    }

    @Test
    void refusesWhatHasLeaked(@TempDir Path folder) throws IOException {
        Path file = BreachedPasswordsTest.file(folder, List.of("a difference engine", "Café crème brûlée"));
        PasswordRules strict = rules(Optional.of(file.toString()));

        assertRefused(strict, "a difference engine", "must not be one that has leaked somewhere: choose another");
        // Typed with the accents after their letters
        assertRefused(
                strict,
                "Cafe\u0301 cre\u0300me bru\u0302le\u0301e",
                "must not be one that has leaked somewhere: choose another");
        strict.check("/password", "an analytical engine", ADA).await().indefinitely();
    }

    @Test
    void takesNothingUncheckedWhenTheFileIsGone(@TempDir Path folder) throws IOException {
        Path file = BreachedPasswordsTest.file(folder, List.of("a difference engine"));
        PasswordRules strict = rules(Optional.of(file.toString()));
        Files.delete(file);

        assertThatThrownBy(() -> strict.check("/password", "an analytical engine", ADA)
                        .await()
                        .indefinitely())
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE));
    }

    private void assertRefused(String password, String message) {
        assertRefused(rules, password, message);
    }

    private static void assertRefused(PasswordRules rules, String password, String message) {
        assertThatThrownBy(() ->
                        rules.check("/new_password", password, ADA).await().indefinitely())
                .isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.violations())
                        .containsExactly(new Violation("/new_password", message)));
    }
}
