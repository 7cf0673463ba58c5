package io.ymera.gateway.door;

import io.vertx.core.net.HostAndPort;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.gateway.visit.Step;
import io.ymera.gateway.visit.Visit;
import io.ymera.web.problem.Failure;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Is it for us? A request that calls us by a name that is not ours comes from a browser that was led astray (DNS rebinding) or by a cache
 * that is to be poisoned (RFC 9110, section 7.4). Whoever asks for our health knows us by address.
 */
@Singleton
class TrustedHosts implements Step {

    private static final String ANY = "*";

    private final Set<String> allowed;

    TrustedHosts(DoorConfig config) {
        allowed = config.allowedHosts().stream()
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
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

    private boolean isAllowed(String host) {
        return allowed.contains(ANY) || allowed.contains(host.toLowerCase(Locale.ROOT));
    }

    private static boolean isHealth(Visit visit) {
        String uri = visit.request().uri();
        return uri.equals("/health") || uri.startsWith("/health/");
    }
}
