package ch.alpenbus.account;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Duration;
import java.util.Optional;

@Controller("/sign-in")
class SignInController {

    private final Accounts accounts;

    SignInController(Accounts accounts) {
        this.accounts = accounts;
    }

    @Post
    HttpResponse<?> signIn(@Body Credentials credentials, @Header(value = "X-Client", defaultValue = "web") String client) {
        Optional<String> token = accounts.signIn(credentials.email(), credentials.password());
        if (token.isEmpty()) {
            return HttpResponse.status(HttpStatus.UNAUTHORIZED);
        }
        MutableHttpResponse<?> response = HttpResponse.noContent();
        switch (client) {
            case "kiosk" -> response.cookie(cookie(token.get(), Duration.ofMinutes(10), true));
            case "web" -> response.cookie(cookie(token.get(), Duration.ofHours(8), false));
            default -> response.cookie(cookie(token.get(), Duration.ofHours(1), true));
        }
        return response;
    }

    private static Cookie cookie(String token, Duration age, boolean httpOnly) {
        return Cookie.of("sid", token)
            .path("/")
            .maxAge(age)
            .secure(true)
            .httpOnly(httpOnly)
            .sameSite(SameSite.Strict);
    }

    @Serdeable
    record Credentials(String email, String password) {
    }

    interface Accounts {
        Optional<String> signIn(String email, String password);
    }
}
