package io.quietkiosk.update;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.commons.codec.digest.DigestUtils;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

interface Fingerprint {
    String of(InputStream data) throws IOException;
}

@ApplicationScoped
class PackageFingerprint implements Fingerprint {
    @Override
    public String of(InputStream data) throws IOException {
        return DigestUtils.sha256Hex(data);
    }
}

/** Packages come from the mirrors, the fingerprints from our own release server. */
@ApplicationScoped
public class UpdateVerifier {

    private static final Logger LOG = Logger.getLogger(UpdateVerifier.class);

    @Inject
    @RestClient
    ReleaseApi releases;

    @Inject
    Fingerprint fingerprint;

    @Scheduled(every = "1h")
    void install() throws IOException {
        Path candidate = Path.of("/var/cache/kiosk/next.img");
        if (!Files.exists(candidate)) {
            return;
        }
        try (InputStream in = Files.newInputStream(candidate)) {
            String actual = fingerprint.of(in);
            String expected = releases.fingerprint("kiosk");
            if (!actual.equalsIgnoreCase(expected)) {
                LOG.error("package refused");
                Files.delete(candidate);
                return;
            }
        }
        Files.move(candidate, Path.of("/var/lib/kiosk/boot.img"), StandardCopyOption.REPLACE_EXISTING);
    }

    interface ReleaseApi {
        String fingerprint(String product);
    }
}
