package io.ymera.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    private Path home = Path.of("");

    @Test
    void a_password_is_generated_once_and_has_256_bits() throws Exception {
        String first = new Secrets(home.resolve("secrets")).password("redis");

        String second = new Secrets(home.resolve("secrets")).password("redis");

        assertThat(second).isEqualTo(first).hasSize(64);
        assertThat(new Secrets(home.resolve("secrets")).password("other")).isNotEqualTo(first);
    }

    @Test
    void nobody_else_can_read_them() throws Exception {
        Files.createDirectory(home.resolve("secrets"));
        Secrets secrets = new Secrets(home.resolve("secrets"));

        secrets.password("redis");
        secrets.serviceClients(Map.of("agent", List.of("*")));

        assertThat(mode(home.resolve("secrets"))).isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(home.resolve("secrets"))) {
            assertThat(files).isNotEmpty().allSatisfy(file -> assertThat(mode(file))
                    .isEqualTo("rw-------"));
        }
    }

    @Test
    void the_service_is_told_a_hash_of_a_clients_secret_only() throws Exception {
        Secrets secrets = new Secrets(home.resolve("secrets"));

        Path clients = secrets.serviceClients(Map.of("agent", List.of("count_lines", "empty")));

        String secret = secrets.clientSecret("agent");
        String hash = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII)));
        assertThat(clients).hasContent("agent:" + hash + ":count_lines,empty");
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
