package io.ymera.gateway.upstream;

import io.ymera.web.startup.ConfigError;
import io.ymera.web.startup.HttpUrls;
import io.ymera.web.startup.StartupCheck;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

@Singleton
final class UpstreamConfigCheck implements StartupCheck {

    private final UpstreamConfig config;

    UpstreamConfigCheck(UpstreamConfig config) {
        this.config = config;
    }

    @Override
    public List<ConfigError> check() {
        List<ConfigError> errors = new ArrayList<>();
        checkUrl("AUTH_SERVICE_URL", config.authUrl(), errors);
        checkUrl("MANAGER_AGENT_URL", config.managerUrl(), errors);
        return errors;
    }

    private static void checkUrl(String property, String url, List<ConfigError> errors) {
        if (!HttpUrls.isOrigin(url)) {
            errors.add(new ConfigError(property, url, "an http or https URL with host and port and no path"));
        }
    }
}
