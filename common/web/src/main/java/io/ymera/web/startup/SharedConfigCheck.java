package io.ymera.web.startup;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The properties that every service has. */
@Singleton
final class SharedConfigCheck implements StartupCheck {

    private final String keys;
    private final String issuer;

    SharedConfigCheck(
            @ConfigProperty(name = "mp.jwt.verify.publickey.location") String keys,
            @ConfigProperty(name = "mp.jwt.verify.issuer") String issuer) {
        this.keys = keys;
        this.issuer = issuer;
    }

    @Override
    public List<ConfigError> check() {
        List<ConfigError> errors = new ArrayList<>();
        if (!HttpUrls.isHttpUrl(keys)) {
            errors.add(new ConfigError(
                    "AUTH_SERVICE_URL", keys, "an http or https URL, for example http://127.0.0.1:8003"));
        }
        if (issuer.isBlank()) {
            errors.add(ConfigError.missing("JWT_ISSUER", "the issuer that auth-service puts into tokens"));
        }
        return errors;
    }
}
