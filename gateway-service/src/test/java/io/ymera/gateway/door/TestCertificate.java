package io.ymera.gateway.door;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.ymera.gateway.door.DoorConfig.TlsConfig;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A certificate for this machine and its key, made by the JDK's keytool.
 *
 * @param certificate PEM
 * @param key PEM
 */
record TestCertificate(String certificate, String key) {

    private static final String PASSWORD = "changeit";

    /** @param algorithm EC or RSA */
    static TestCertificate create(Path folder, String name, String algorithm) throws Exception {
        Path store = folder.resolve(name + ".p12");
        Process keytool = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "door",
                        "-keyalg",
                        algorithm,
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        store.toString()))
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), US_ASCII);
        if (keytool.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
        return read(store);
    }

    private static TestCertificate read(Path store) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return new TestCertificate(
                pem("CERTIFICATE", keys.getCertificate("door").getEncoded()),
                pem("PRIVATE KEY", keys.getKey("door", PASSWORD.toCharArray()).getEncoded()));
    }

    private static String pem(String what, byte[] content) {
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                .formatted(what, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content), what);
    }

    /** Its files in {@code folder}, looked at often. */
    TlsConfig in(Path folder) throws IOException {
        Files.writeString(folder.resolve("key.pem"), key);
        Files.writeString(folder.resolve("certificate.pem"), certificate);
        return new InFiles(Optional.of(folder.resolve("certificate.pem")), Optional.of(folder.resolve("key.pem")));
    }

    private record InFiles(Optional<Path> certificateFile, Optional<Path> keyFile) implements TlsConfig {

        @Override
        public Duration reloadEvery() {
            return Duration.ofMillis(50);
        }
    }
}
