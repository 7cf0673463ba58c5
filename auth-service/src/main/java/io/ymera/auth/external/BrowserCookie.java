package io.ymera.auth.external;

import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The cookie that ties a sign-in to a browser (RFC 6265bis): scripts can't read it, other sites' pages don't send it along but
 * by a link, and with the prefix {@code __Host-} neither a sibling domain nor an unencrypted page can plant one.
 */
final class BrowserCookie {

    private static final String NAME = "ymera-sign-in";

    private final boolean encrypted;

    /** @param encrypted whether browsers reach us by https; else the prefix is not allowed */
    BrowserCookie(boolean encrypted) {
        this.encrypted = encrypted;
    }

    /** The value in a request, if it is there. */
    @Nullable
    String in(HttpHeaders headers) {
        @Nullable Cookie cookie = headers.getCookies().get(name());
        return cookie == null || cookie.getValue().isBlank() ? null : cookie.getValue();
    }

    /** The Set-Cookie header. */
    String set(String value, Duration time) {
        return "%s=%s; Path=/; Max-Age=%d; HttpOnly; SameSite=Lax%s"
                .formatted(name(), value, time.toSeconds(), encrypted ? "; Secure" : "");
    }

    /** The Set-Cookie header that takes it away. */
    String clear() {
        return set("", Duration.ZERO);
    }

    private String name() {
        return encrypted ? "__Host-" + NAME : NAME;
    }
}
