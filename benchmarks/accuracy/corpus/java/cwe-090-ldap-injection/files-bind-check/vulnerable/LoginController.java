package sso;

import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class LoginController {
    private final Authenticator authenticator;

    LoginController(Authenticator authenticator) {
        this.authenticator = authenticator;
    }

    @PostMapping("/sso/login")
    ResponseEntity<Void> login(@RequestBody Map<String, String> form) {
        boolean ok = authenticator.authenticate(form.get("user"), form.get("password"));
        return ok ? ResponseEntity.noContent().build() : ResponseEntity.status(401).build();
    }
}
