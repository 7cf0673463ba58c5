package io.ymera.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretCipherTest {

    private static final byte[] SECRET = "a secret of somebody".getBytes(UTF_8);

    private final SecretCipher cipher = new SecretCipher("ab".repeat(32), "test");

    @Test
    void whatWasEncryptedCanBeReadAgain() throws GeneralSecurityException {
        byte[] stored = cipher.encrypt(SECRET, "ada");

        assertThat(stored).hasSize(1 + 12 + SECRET.length + 16);
        assertThat(new String(stored, UTF_8)).doesNotContain("secret");
        assertThat(cipher.encrypt(SECRET, "ada")).isNotEqualTo(stored);
        assertThat(cipher.decrypt(stored, "ada")).isEqualTo(SECRET);
    }

    @Test
    void itIsOfNoUseToAnotherOwnerOrWithAnotherKey() {
        byte[] stored = cipher.encrypt(SECRET, "ada");

        assertThatThrownBy(() -> cipher.decrypt(stored, "eve")).isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> new SecretCipher("cd".repeat(32), "test").decrypt(stored, "ada"))
                .isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> new SecretCipher("ab".repeat(32), "other").decrypt(stored, "ada"))
                .isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void whatWasChangedIsRefused() {
        for (int i = 0; i < cipher.encrypt(SECRET, "ada").length; i++) {
            byte[] stored = cipher.encrypt(SECRET, "ada");
            stored[i] ^= 1;
            assertThatThrownBy(() -> cipher.decrypt(stored, "ada")).isInstanceOf(GeneralSecurityException.class);
        }
        assertThatThrownBy(() -> cipher.decrypt(new byte[0], "ada")).isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> cipher.decrypt(new byte[] {1, 2, 3}, "ada"))
                .isInstanceOf(GeneralSecurityException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "zz", "abababababababababababababababab", "correct horse battery staple"})
    void aKeyOfAnotherFormIsRefusedWithoutBeingShown(String key) {
        assertThatThrownBy(() -> new SecretCipher(key, "test"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .message()
                .satisfies(message ->
                        assertThat(key.isEmpty() || !message.contains(key)).isTrue());
    }
}
