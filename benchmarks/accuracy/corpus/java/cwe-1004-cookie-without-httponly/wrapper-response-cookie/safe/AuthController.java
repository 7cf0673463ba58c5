package web.cookies;

import java.util.function.UnaryOperator;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AuthController {
    private final UnaryOperator<String> tokens;

    AuthController(UnaryOperator<String> tokens) {
        this.tokens = tokens;
    }

    @PostMapping("/auth")
    ResponseEntity<Void> login(@RequestBody String assertion) {
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, Cookies.of("auth", tokens.apply(assertion), false).toString())
                .header(HttpHeaders.SET_COOKIE, Cookies.of("theme", "light", true).toString())
                .build();
    }
}
