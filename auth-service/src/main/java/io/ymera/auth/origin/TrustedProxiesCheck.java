package io.ymera.auth.origin;

import io.smallrye.common.net.Inet;
import io.ymera.web.startup.ConfigError;
import io.ymera.web.startup.StartupCheck;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Addresses and networks, no names: Quarkus would look names up at each request, and takes an IPv6 address without brackets for a
 * name and a port.
 */
@Singleton
final class TrustedProxiesCheck implements StartupCheck {

    private static final String NAME = "TRUSTED_PROXIES";

    private final Optional<List<String>> proxies;

    TrustedProxiesCheck(@ConfigProperty(name = NAME) Optional<List<String>> proxies) {
        this.proxies = proxies;
    }

    @Override
    public List<ConfigError> check() {
        List<String> given = proxies.orElse(List.of());
        return given.stream().map(String::strip).allMatch(TrustedProxiesCheck::isAddressOrNetwork)
                ? List.of()
                : List.of(
                        new ConfigError(
                                NAME,
                                String.join(",", given),
                                "addresses and networks with commas between, such as 127.0.0.1,[::1],10.0.0.0/8; IPv6 addresses in brackets"));
    }

    private static boolean isAddressOrNetwork(String text) {
        if (text.contains("/")) {
            return Inet.parseCidrAddress(text) != null;
        }
        boolean bracketed = text.startsWith("[") && text.endsWith("]");
        return bracketed
                ? Inet.parseInet6Address(text.substring(1, text.length() - 1)) != null
                : Inet.parseInet4Address(text) != null;
    }
}
