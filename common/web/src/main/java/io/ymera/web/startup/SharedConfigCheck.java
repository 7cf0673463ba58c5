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

    private final String authUrl;
    private final String logFormat;

    SharedConfigCheck(
            @ConfigProperty(name = "ymera.auth-service.url") String authUrl,
            @ConfigProperty(name = "LOG_FORMAT", defaultValue = "text") String logFormat) {
        this.authUrl = authUrl;
        this.logFormat = logFormat;
    }

    @Override
    public List<ConfigError> check() {
        List<ConfigError> errors = new ArrayList<>();
        if (!HttpUrls.isHttpUrl(authUrl)) {
            errors.add(new ConfigError(
                    "AUTH_SERVICE_URL", authUrl, "an http or https URL, for example http://127.0.0.1:8003"));
        }
        if (!LOG_FORMATS.contains(logFormat)) {
            errors.add(new ConfigError("LOG_FORMAT", logFormat, "text or json"));
        }
        return errors;
    }
}
