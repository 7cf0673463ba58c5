package io.ymera.auth;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;

/** What an operator gives to auth-service: the key of its secrets, and a file with a service client {@value #CLIENT_ID}. */
public final class AuthFilesResource implements QuarkusTestResourceLifecycleManager {

    public static final String CLIENT_ID = "examination-agent";
    public static final String CLIENT_SECRET = "correct horse/battery+staple:of 256 bits";

    @Override
    public Map<String, String> start() {
        try {
            Path folder = Files.createTempDirectory("auth-files");
            Path clients = folder.resolve("clients");
            Files.writeString(clients, "# tests\n" + CLIENT_ID + ":" + sha256(CLIENT_SECRET) + ":*\n");
            return Map.of(
                    "AUTH_ENCRYPTION_KEY",
                    sha256("a key of tests"),
                    "SERVICE_CLIENTS_FILE",
                    clients.toString(),
                    // All tests come from one address
                    "ymera.throttle.address.failures",
                    "1000000",
                    "ymera.throttle.registration.failures",
                    "1000000");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        // small files in the temporary folder, which other tests of this JVM may still read
    }

    private static String sha256(String text) throws GeneralSecurityException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
