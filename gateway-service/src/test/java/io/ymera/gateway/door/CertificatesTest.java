package io.ymera.gateway.door;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.ymera.gateway.door.DoorConfig.TlsConfig;
import io.ymera.web.startup.ConfigError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.X509ExtendedKeyManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificatesTest {

    private static final Vertx VERTX = Vertx.vertx();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    static Path made;

    @SuppressWarnings("NullAway.Init") // set before all
    private static TestCertificate one;

    @SuppressWarnings("NullAway.Init") // set before all
    private static TestCertificate other;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    @BeforeAll
    static void makeCertificates() throws Exception {
        one = TestCertificate.create(made, "one", "EC");
        other = TestCertificate.create(made, "other", "EC");
    }

    @AfterAll
    static void close() {
        VERTX.close();
    }

    @Test
    void aPairIsUsed() throws Exception {
        Certificates certificates = certificates(one.in(folder));

        assertThat(certificates.check()).isEmpty();
        assertThat(certificates.isSet()).isTrue();
        assertThat(name(certificates)).isEqualTo("CN=one");
    }

    @Test
    void aKeyOfAnotherCertificateStopsTheStart() throws Exception {
        TlsConfig files = new TestCertificate(one.certificate(), other.key()).in(folder);

        assertThat(certificates(files).check())
                .extracting(ConfigError::message)
                .singleElement()
                .asString()
                .contains("TLS_CERTIFICATE_FILE, TLS_KEY_FILE", "the key is not that of the first certificate")
                .doesNotContain("PRIVATE");
    }

    @Test
    void filesThatAreNoPemOrNotThereStopTheStart() throws Exception {
        TlsConfig nonsense = new TestCertificate("nonsense", "nonsense").in(folder);
        assertThat(certificates(nonsense).check()).hasSize(1);

        Files.delete(folder.resolve("key.pem"));
        assertThat(certificates(nonsense).check())
                .extracting(ConfigError::message)
                .singleElement()
                .asString()
                .contains("TLS_KEY_FILE", "key.pem");
    }

    @Test
    void oneOfTheTwoStopsTheStart() {
        TlsConfig half = new Half(folder.resolve("certificate.pem"));

        assertThat(certificates(half).check())
                .extracting(ConfigError::message)
                .singleElement()
                .asString()
                .contains("TLS_KEY_FILE", "both");
    }

    @Test
    void whatCanNotBeUsedLeavesTheOldPair() throws Exception {
        Certificates certificates = certificates(one.in(folder));
        certificates.check();

        new TestCertificate(one.certificate(), other.key()).in(folder);
        assertThat(certificates.reload()).isFalse();
        new TestCertificate("", "").in(folder);
        assertThat(certificates.reload()).isFalse();
        Files.delete(folder.resolve("certificate.pem"));
        assertThat(certificates.reload()).isFalse();

        assertThat(name(certificates)).isEqualTo("CN=one");
    }

    @Test
    void anotherPairTakesItsPlaceOnce() throws Exception {
        Certificates certificates = certificates(one.in(folder));
        certificates.check();

        other.in(folder);

        assertThat(certificates.reload()).isTrue();
        assertThat(certificates.reload()).isFalse();
        assertThat(name(certificates)).isEqualTo("CN=other");
    }

    private record Half(Path file) implements TlsConfig {

        @Override
        public Optional<Path> certificateFile() {
            return Optional.of(file);
        }

        @Override
        public Optional<Path> keyFile() {
            return Optional.empty();
        }

        @Override
        public Duration reloadEvery() {
            return Duration.ofSeconds(10);
        }
    }

    private static String name(Certificates certificates) throws Exception {
        X509ExtendedKeyManager key = (X509ExtendedKeyManager)
                certificates.inUse().getKeyManagerFactory(VERTX).getKeyManagers()[0];
        X509Certificate[] chain =
                requireNonNull(key.getCertificateChain(key.chooseEngineServerAlias("EC", null, null)));
        return chain[0].getSubjectX500Principal().getName();
    }

    private static Certificates certificates(TlsConfig files) {
        return new Certificates(Only.tls(files), VERTX);
    }
}
