package io.ymera.auth.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeyTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    @Test
    void hasTheIdThatItsThumbprintIs() throws Exception {
        SigningKey key = SigningKey.read(pem("RSA", 2048));

        SigningKey again = SigningKey.read(folder.resolve("key.pem"));

        assertThat(again.id()).isEqualTo(key.id()).matches("[A-Za-z0-9_-]{43}");
        assertThat(again.jwks()).contains(key.id()).doesNotContain("\"d\"");
        assertThat(again.toString()).isEqualTo("SigningKey[" + key.id() + "]");
    }

    @Test
    void refusesAWeakKey() throws Exception {
        Path weak = pem("RSA", 1024);

        assertThatThrownBy(() -> SigningKey.read(weak))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the key must have at least 2048 bits, not 1024");
    }

    @Test
    void refusesAnotherKindOfKey() throws Exception {
        Path elliptic = pem("EC", 256);

        assertThatThrownBy(() -> SigningKey.read(elliptic))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the file must hold an RSA key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret",
                "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----\n",
                "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n",
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
                "-----BEGIN PRIVATE KEY-----\n\u00e4\n-----END PRIVATE KEY-----\n"
            })
    void refusesWhatIsNoKeyWithoutShowingIt(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("key.pem"), text);

        assertThatThrownBy(() -> SigningKey.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the file ")
                .hasMessageNotContaining("AAAA")
                .hasMessageNotContaining("secret");
    }

    @Test
    void saysThatAFileIsNotThere() {
        assertThatThrownBy(() -> SigningKey.read(folder.resolve("nowhere")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the file can't be read (NoSuchFileException)");
    }

    private Path pem(String algorithm, int bits) throws IOException, NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(bits);
        String base64 = Base64.getEncoder()
                .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
        return Files.writeString(
                folder.resolve("key.pem"), "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n");
    }
}
