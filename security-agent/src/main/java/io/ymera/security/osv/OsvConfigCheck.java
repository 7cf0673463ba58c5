package io.ymera.security.osv;

import io.ymera.web.startup.ConfigError;
import io.ymera.web.startup.StartupCheck;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Set;

/** An agent that would ask for vulnerabilities on a line that anybody can change does not start. */
@Singleton
final class OsvConfigCheck implements StartupCheck {

    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final OsvConfig config;

    OsvConfigCheck(OsvConfig config) {
        this.config = config;
    }

    @Override
    public List<ConfigError> check() {
        URI url = config.url();
        boolean good = url.getHost() != null
                && url.getUserInfo() == null
                && ("https".equals(url.getScheme())
                        || ("http".equals(url.getScheme()) && HERE.contains(url.getHost())));
        return good
                ? List.of()
                : List.of(
                        new ConfigError("OSV_API_URL", url.toString(), "an https URL, or an http URL on this machine"));
    }
}
