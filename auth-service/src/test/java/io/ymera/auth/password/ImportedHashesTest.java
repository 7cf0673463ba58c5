package io.ymera.auth.password;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder.BCryptVersion;

class ImportedHashesTest {

    private static final String PASSWORD = "a difference engine";

    private record Config(int threads, int queue) implements PasswordConfig {}

    private final MeterRegistry metrics = new SimpleMeterRegistry();
    private final Passwords passwords = new Passwords(new Config(1, 2), metrics);

    @AfterEach
    void stop() {
        passwords.stop();
    }

    @ParameterizedTest
    @EnumSource
    void ofAllVersionsAreAcceptedAndToBeMadeAnew(BCryptVersion version) {
        String hash = requireNonNull(new BCryptPasswordEncoder(version, 4).encode(PASSWORD));

        assertThat(matches(PASSWORD, hash, 4)).isTrue();
        assertThat(matches(PASSWORD + "!", hash, 4)).isFalse();
        assertThat(passwords.isOutdated(hash, PASSWORD)).isTrue();
    }

    @Test
    void ofAnotherImplementationAreAccepted() {
        // As libxcrypt makes it
        String hash = "$2y$07$BCryptRequires22Chrcte/VlQH0piJtjXl.0t1XkA8pw9dMXTpOq";

        assertThat(matches("rasmuslerdorf", hash, 7)).isTrue();
        assertThat(matches("rasmuslerdorf ", hash, 7)).isFalse();
    }

    /** As the system that they come from did. But what bcrypt has not read is not known, and can't be made anew from. */
    @Test
    void ofLongPasswordsHoldTheirFirst72Bytes() {
        String read = "é".repeat(36);
        String hash = requireNonNull(new BCryptPasswordEncoder(4).encode(read));

        assertThat(matches(read + " and more", hash, 4)).isTrue();
        assertThat(passwords.isOutdated(hash, read + " and more")).isFalse();
        assertThat(passwords.isOutdated(hash, read)).isTrue();
        assertThat(matches("e" + read, hash, 4)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a difference engine",
                "{noop}a difference engine",
                "$2x$04$BCryptRequires22Chrcte/VlQH0piJtjXl.0t1XkA8pw9dMXTpOq",
                "$2a$31$BCryptRequires22Chrcte/VlQH0piJtjXl.0t1XkA8pw9dMXTpOq",
                "$2a$04$tooshort",
                "$argon2id$",
                "$argon2id$v=19$m=19456,t=2,p=1$",
                "$1$salt$hash"
            })
    void ofNoOtherKindAreAccepted(String hash) {
        assertThat(matches(PASSWORD, hash, 0)).isFalse();
        assertThat(matches("", hash, 0)).isFalse();
    }

    /** Time is rounds: who counts the same has taken the same. */
    @ParameterizedTest
    @CsvSource({"0,0", "4,16", "6,64", "8,256"})
    void allTakeTheSameWork(int highestCost, int rounds) {
        String argon2 = passwords.hash(PASSWORD).await().indefinitely();

        assertWork(rounds, "wrong", argon2, highestCost);
        assertWork(rounds, PASSWORD, argon2, highestCost);
        assertWork(rounds, PASSWORD, null, highestCost);
        for (int own = 4; own <= highestCost; own++) {
            String imported = new BCryptPasswordEncoder(own).encode(PASSWORD);
            assertWork(rounds, "wrong", imported, highestCost);
            assertWork(rounds, PASSWORD, imported, highestCost);
        }
    }

    private void assertWork(int rounds, String password, @Nullable String hash, int highestCost) {
        double hashesBefore = metrics.counter("ymera.password.argon2.hashes").count();
        double roundsBefore = metrics.counter("ymera.password.bcrypt.rounds").count();

        matches(password, hash, highestCost);

        assertThat(metrics.counter("ymera.password.argon2.hashes").count() - hashesBefore)
                .isEqualTo(1);
        assertThat(metrics.counter("ymera.password.bcrypt.rounds").count() - roundsBefore)
                .isEqualTo(rounds);
    }

    private boolean matches(String password, @Nullable String hash, int cost) {
        return passwords.matches(password, hash, cost).await().indefinitely();
    }
}
