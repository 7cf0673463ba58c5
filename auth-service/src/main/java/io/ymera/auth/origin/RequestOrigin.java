package io.ymera.auth.origin;

import io.netty.util.NetUtil;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The origin of the request that is being served. Behind the gateway that is what the gateway says, see TRUSTED_PROXIES. */
@RequestScoped
public class RequestOrigin {

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}]");

    private final CurrentVertxRequest current;

    RequestOrigin(CurrentVertxRequest current) {
        this.current = current;
    }

    public Origin get() {
        RoutingContext context = current.getCurrent();
        return context == null ? Origin.NONE : of(context.request());
    }

    private static Origin of(HttpServerRequest request) {
        return new Origin(address(request.remoteAddress()), printable(request.getHeader("User-Agent")));
    }

    /** What the gateway says of an IPv6 address comes as a name, in brackets. */
    private static @Nullable String address(@Nullable SocketAddress peer) {
        if (peer == null || peer.hostAddress() != null || peer.host() == null) {
            return peer == null ? null : peer.hostAddress();
        }
        String name = peer.host();
        String bare = name.startsWith("[") && name.endsWith("]") ? name.substring(1, name.length() - 1) : name;
        return NetUtil.isValidIpV6Address(bare) ? bare : null;
    }

    private static @Nullable String printable(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String clean = UNPRINTABLE.matcher(text).replaceAll("?");
        return clean.substring(0, Math.min(clean.length(), Origin.LONGEST_USER_AGENT));
    }
}
