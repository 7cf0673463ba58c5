package io.ymera.auth.password;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    private record Config(int threads, int queue) implements PasswordConfig {}

    private final MeterRegistry metrics = new SimpleMeterRegistry();
    private final Passwords passwords = new Passwords(new Config(1, 2), metrics);

    @AfterEach
    void stop() {
        passwords.stop();
    }

    @Test
    void hashesWithTheParametersThatOwaspAsksFor() {
        String hash = passwords.hash("correct horse").await().indefinitely();

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.isOutdated(hash, "correct horse")).isFalse();
        assertThat(passwords.isOutdated(hash.replace("m=19456", "m=1024"), "correct horse"))
                .isTrue();
    }

    @Test
    void tellsThePasswordFromOthers() {
        String hash = passwords.hash("correct horse").await().indefinitely();

        assertThat(passwords.matches("correct horse", hash).await().indefinitely())
                .isTrue();
        assertThat(passwords.matches("Correct horse", hash).await().indefinitely())
                .isFalse();
        assertThat(passwords.matches("correct horse", null).await().indefinitely())
                .isFalse();
        assertThat(passwords.matches("of nobody", null).await().indefinitely()).isFalse();
    }

    @Test
    void theSamePasswordOfAnotherKeyboardIsTheSame() {
        String hash = passwords.hash("caf\u00e9 cr\u00e8me").await().indefinitely();

        assertThat(matches("cafe\u0301 cre\u0300me", hash)).isTrue();
        assertThat(matches("caf\u00e9\u00a0cr\u00e8me", hash)).isTrue();
        assertThat(matches("cafe creme", hash)).isFalse();
        assertThat(matches("Caf\u00e9 cr\u00e8me", hash)).isFalse();
    }

    @Test
    void halfACharacterIsNoQuestionMark() {
        String hash = passwords.hash("what is this? and this").await().indefinitely();

        assertThat(matches("what is this\ud83e and this", hash)).isFalse();
    }

    private boolean matches(String password, String hash) {
        return passwords.matches(password, hash).await().indefinitely();
    }

    @Test
    void aFloodIsTurnedAwayAndWhatWaitsIsServed() {
        // Given room for one at work and two in the queue
        List<CompletableFuture<String>> flood = IntStream.range(0, 50)
                .mapToObj(i -> passwords.hash("password " + i).subscribeAsCompletionStage())
                .toList();

        CompletableFuture.allOf(flood.toArray(CompletableFuture[]::new))
                .exceptionally(e -> null)
                .join();

        assertThat(flood).filteredOn(hash -> !hash.isCompletedExceptionally()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(flood)
                .filteredOn(CompletableFuture::isCompletedExceptionally)
                .isNotEmpty()
                .allSatisfy(hash -> assertThat(hash.exceptionNow()).isInstanceOf(RejectedExecutionException.class));
    }
}
