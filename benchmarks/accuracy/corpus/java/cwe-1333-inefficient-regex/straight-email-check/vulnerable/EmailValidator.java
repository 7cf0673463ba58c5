package signup;

import java.util.regex.Pattern;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class EmailValidator {
    private static final Pattern EMAIL = Pattern.compile("^(\"?)([a-z0-9]+[._-]?)+\\1@[a-z0-9.-]{1,255}$");

    @PostMapping("/email/valid")
    boolean valid(@RequestBody String email) {
        return EMAIL.matcher(email).matches();
    }
}
