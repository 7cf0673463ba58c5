package io.ymera.gateway.address;

import io.ymera.web.startup.ConfigError;
import io.ymera.web.startup.StartupCheck;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

@Singleton
final class TrustedProxiesCheck implements StartupCheck {

    static final String SETTING = "ymera.trusted-proxies";

    private final List<String> proxies;

    TrustedProxiesCheck(@ConfigProperty(name = SETTING) Optional<List<String>> proxies) {
        this.proxies = proxies.orElse(List.of());
    }

    @Override
    public List<ConfigError> check() {
        return proxies.stream()
                .filter(proxy -> Network.parse(proxy.strip()).isEmpty())
                .map(proxy -> new ConfigError(
                        "TRUSTED_PROXIES", proxy, "addresses or networks such as 10.0.0.0/8, separated by commas"))
                .toList();
    }
}
