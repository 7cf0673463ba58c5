package io.ymera.gateway.door;

import io.vertx.core.net.HostAndPort;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.gateway.visit.Step;
import io.ymera.gateway.visit.Visit;
import io.ymera.web.identity.TokenSettings;
import io.ymera.web.problem.Failure;
import io.ymera.web.startup.ConfigError;
import io.ymera.web.startup.StartupCheck;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Is it for us? A request that calls us by a name that is not ours comes from a browser that was led astray (DNS rebinding) or by a cache
 * that is to be poisoned (RFC 9110, section 7.4). Whatever the port is: a proxy's may be another. Whoever asks for our health knows us by
 * address.
 */
@Singleton
class TrustedHosts implements Step, StartupCheck {

    private static final String ANY = "*";
    private static final String LABEL = "[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?";
    private static final Pattern ENTRY =
            Pattern.compile("\\*|(\\*\\.)?%s(\\.%s)*|\\[[0-9a-f:.]+]".formatted(LABEL, LABEL));

    private final Set<String> allowed;
    /** What the names end with of which any will do: {@code .example.org}. */
    private final List<String> allowedBelow;

    /** The public origin, of which tokens tell, is ours in any case. */
    TrustedHosts(DoorConfig config, TokenSettings tokens) {
        Stream<String> origin = Stream.ofNullable(URI.create(tokens.issuer()).getHost());
        allowed = Stream.concat(origin, config.allowedHosts().stream())
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        allowedBelow = allowed.stream()
                .filter(host -> host.startsWith("*."))
                .map(host -> host.substring(1))
                .toList();
    }

    @Override
    public List<ConfigError> check() {
        return allowed.stream()
                .filter(host -> !ENTRY.matcher(host).matches())
                .map(host -> new ConfigError(
                        "ALLOWED_HOSTS",
                        host,
                        "names or addresses without scheme and port, separated by commas: api.example.org, "
                                + "*.example.org for all names below it, 203.0.113.7, [2001:db8::1], or * for any"))
                .toList();
    }

    @Override
    public void take(Visit visit) {
        @Nullable HostAndPort authority = visit.request().authority();
        if (authority == null || visit.request().headers().getAll("Host").size() > 1) {
            visit.refuse(Failure.of(ErrorCode.MALFORMED_REQUEST, "Say once which host the request is for."));
        } else if (isAllowed(authority.host()) || isHealth(visit)) {
            visit.next();
        } else {
            visit.refuse(Failure.of(
                    ErrorCode.MISDIRECTED_REQUEST,
                    "This is not that host. The operator sets its names: ALLOWED_HOSTS."));
        }
    }

    boolean isAllowed(String said) {
        String host = said.toLowerCase(Locale.ROOT);
        return allowed.contains(host)
                || allowed.contains(ANY)
                || allowedBelow.stream().anyMatch(end -> host.endsWith(end) && host.length() > end.length());
    }

    private static boolean isHealth(Visit visit) {
        String uri = visit.request().uri();
        return uri.equals("/health") || uri.startsWith("/health/");
    }
}
