package io.ymera.gateway.door;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.ymera.web.startup.ConfigError;
import io.ymera.web.startup.StartupCheck;
import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.X509KeyManager;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The certificate and its key, as their files have them now. Without both we speak plain HTTP, for loopback or for something in front of us
 * that ends TLS.
 */
@Singleton
class Certificates implements StartupCheck {

    private static final Logger LOG = Logger.getLogger(Certificates.class);

    private static final Map<String, String> SIGNATURES =
            Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA", "EdDSA", "EdDSA");

    private final DoorConfig.TlsConfig config;
    private final Vertx vertx;
    private final ChangingKey key = new ChangingKey();
    private Optional<Pem> used = Optional.empty();

    Certificates(DoorConfig config, Vertx vertx) {
        this.config = config.tls();
        this.vertx = vertx;
    }

    /** What the files say. */
    private record Pem(Buffer certificate, Buffer key) {

        PemKeyCertOptions options() {
            return new PemKeyCertOptions().addCertValue(certificate).addKeyValue(key);
        }
    }

    @Override
    public List<ConfigError> check() {
        List<ConfigError> errors = new ArrayList<>();
        if (config.certificateFile().isPresent() != config.keyFile().isPresent()) {
            errors.add(new ConfigError(
                    "TLS_CERTIFICATE_FILE, TLS_KEY_FILE", "one of them", "both, or neither for plain HTTP"));
        } else if (isSet()) {
            try {
                use(read());
            } catch (Exception e) {
                errors.add(new ConfigError(
                        "TLS_CERTIFICATE_FILE, TLS_KEY_FILE",
                        config.certificateFile().get() + ", " + config.keyFile().orElseThrow(),
                        "a certificate chain and its private key in PEM: " + e.getMessage()));
            }
        }
        return errors;
    }

    boolean isSet() {
        return config.certificateFile().isPresent() && config.keyFile().isPresent();
    }

    /** Those that were read last, at each handshake. */
    KeyCertOptions inUse() {
        return KeyCertOptions.wrap(key);
    }

    /** Uses the new ones, if the files have changed to others that can be used; whether they have. A mistake is logged. Blocks. */
    boolean reload() {
        try {
            Pem found = read();
            if (used.filter(found::equals).isPresent()) {
                return false;
            }
            use(found);
            return true;
        } catch (Exception e) {
            LOG.warnf("The certificate files can't be used, so the old certificate stays: %s", e);
            return false;
        }
    }

    private void use(Pem pem) throws Exception {
        key.use(keys(pem));
        used = Optional.of(pem);
    }

    private X509KeyManager keys(Pem pem) throws Exception {
        return (X509KeyManager) pem.options().getKeyManagerFactory(vertx).getKeyManagers()[0];
    }

    private Pem read() throws Exception {
        Pem pem = new Pem(
                Buffer.buffer(Files.readAllBytes(path(config.certificateFile()))),
                Buffer.buffer(Files.readAllBytes(path(config.keyFile()))));
        requirePair(pem);
        return pem;
    }

    /** A handshake would be the first to find out. */
    private void requirePair(Pem pem) throws Exception {
        X509KeyManager keys = keys(pem);
        for (Map.Entry<String, String> algorithm : SIGNATURES.entrySet()) {
            String @Nullable [] aliases = keys.getServerAliases(algorithm.getKey(), null);
            if (aliases != null && aliases.length > 0) {
                Signature signature = Signature.getInstance(algorithm.getValue());
                signature.initSign(keys.getPrivateKey(aliases[0]));
                byte[] signed = signature.sign();
                signature.initVerify(keys.getCertificateChain(aliases[0])[0]);
                if (signature.verify(signed)) {
                    return;
                }
            }
        }
        throw new IllegalArgumentException("the key is not that of the first certificate");
    }

    private static Path path(Optional<Path> setting) {
        return setting.orElseThrow();
    }
}
