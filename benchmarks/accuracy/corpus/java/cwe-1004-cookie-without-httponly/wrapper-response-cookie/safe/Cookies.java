package web.cookies;

import java.time.Duration;
import org.springframework.http.ResponseCookie;

final class Cookies {
    private Cookies() {}

    static ResponseCookie of(String name, String value, boolean scripted) {
        return ResponseCookie.from(name, value)
                .secure(true)
                .httpOnly(!scripted)
                .sameSite("Strict")
                .maxAge(Duration.ofHours(8))
                .build();
    }
}
