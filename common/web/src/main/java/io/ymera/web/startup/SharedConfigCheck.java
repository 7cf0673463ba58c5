package io.ymera.web.startup;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The properties that every service has. */
@Singleton
final class SharedConfigCheck implements StartupCheck {

    private static final Set<String> LOG_FORMATS = Set.of("text", "json");

    private final String keys;
    private final String issuer;
    private final String logFormat;

    SharedConfigCheck(
            @ConfigProperty(name = "mp.jwt.verify.publickey.location") String keys,
            @ConfigProperty(name = "mp.jwt.verify.issuer") String issuer,
            @ConfigProperty(name = "LOG_FORMAT", defaultValue = "text") String logFormat) {
        this.keys = keys;
        this.issuer = issuer;
        this.logFormat = logFormat;
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
        if (!LOG_FORMATS.contains(logFormat)) {
            errors.add(new ConfigError("LOG_FORMAT", logFormat, "text or json"));
        }
        return errors;
    }
}
